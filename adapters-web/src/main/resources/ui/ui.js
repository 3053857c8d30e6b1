// Behaviour of all pages: explanations in a dialog, tables that sort, charts.
import { draw } from "./chart.js";
import { importer } from "./import.js";

const dialog = document.getElementById("explain");

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-explain]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0 || !window.htmx) {
    return;
  }
  event.preventDefault();
  const body = document.getElementById("explain-body");
  body.textContent = "Loading …";
  dialog.showModal();
  window.htmx.ajax("GET", link.getAttribute("href"), { target: body, swap: "innerHTML" });
});

dialog.addEventListener("click", (event) => {
  if (event.target === dialog) {
    dialog.close();
  }
});

// One reason or menu is open at a time, and Escape closes it.
document.addEventListener("toggle", (event) => {
  const opened = event.target;
  if (opened.matches?.("details.why[open], details.menu[open], details.confirm[open]")) {
    document.querySelectorAll("details.why[open], details.menu[open], details.confirm[open]").forEach((other) => {
      if (other !== opened) {
        other.open = false;
      }
    });
  }
}, true);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    document.querySelectorAll("details.why[open], details.menu[open], details.confirm[open]").forEach((one) => {
      one.open = false;
    });
  }
});

document.querySelectorAll("[data-submit-on-change]").forEach((field) => {
  field.addEventListener("change", () => field.form.requestSubmit());
});

function compare(one, other) {
  const left = Number(one);
  const right = Number(other);
  return Number.isNaN(left) || Number.isNaN(right) ? one.localeCompare(other) : left - right;
}

function sortBy(table, column, down) {
  const rows = [...table.tBodies[0].rows];
  const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();
  // Rows without a value stay at the end, whichever way the others go.
  const known = rows.filter((row) => key(row) !== "");
  const unknown = rows.filter((row) => key(row) === "");
  known.sort((one, other) => (down ? -1 : 1) * compare(key(one), key(other)));
  table.tBodies[0].append(...known, ...unknown);
}

document.querySelectorAll("table.sortable").forEach((table) => {
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "none" || !head.hasAttribute("aria-sort")
        ? head.classList.contains("number")
        : head.getAttribute("aria-sort") === "ascending";
      table.tHead.querySelectorAll("[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      sortBy(table, column, down);
    });
  });
});

document.querySelectorAll("[data-chart]").forEach(draw);

const form = document.getElementById("import");
if (form) {
  importer(form, document.getElementById("import-result"));
}
