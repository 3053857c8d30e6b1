// Sends a chosen file to be previewed, with what the reader changed of its reading, and then to be imported.

/** What was changed of the settings, columns and symbols that the preview shows. */
function mapping(result) {
  const changed = {};
  result.querySelectorAll("[data-section]").forEach((field) => {
    if (field.value !== field.defaultValue) {
      (changed[field.dataset.section] ??= {})[field.dataset.key] = field.value.trim();
    }
  });
  return changed;
}

/** Makes a form send its file as the body of requests, and shows the answers. */
export function importer(form, result) {
  let said = {};

  async function send(step) {
    const file = form.elements.file.files[0];
    if (!file) {
      form.reportValidity();
      return;
    }
    for (const [section, texts] of Object.entries(mapping(result))) {
      said[section] = { ...said[section], ...texts };
    }
    const address = new URLSearchParams({ file_name: file.name });
    const format = form.elements.format.value;
    if (format) {
      address.set("format", format);
    }
    if (Object.keys(said).length > 0) {
      address.set("mapping", JSON.stringify(said));
    }
    if (step === "run") {
      result.querySelectorAll("[name]").forEach((field) => {
        if (field.type !== "checkbox" || field.checked) {
          address.set(field.name, field.value);
        }
      });
    }
    result.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.dataset.path + (step === "run" ? "" : "/preview") + "?" + address, {
        method: "POST",
        headers: { "HX-Request": "true", "Content-Type": "application/octet-stream" },
        body: file,
      });
      const login = answer.headers.get("HX-Redirect");
      if (login) {
        location.assign(login);
        return;
      }
      result.innerHTML = await answer.text();
    } catch {
      result.textContent = "The server can't be reached. Try again.";
    } finally {
      result.removeAttribute("aria-busy");
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    said = {};
    result.textContent = "";
    send("preview");
  });
  result.addEventListener("click", (event) => {
    const button = event.target.closest("[data-import]");
    if (button) {
      button.disabled = true;
      send(button.dataset.import);
    }
  });
}
