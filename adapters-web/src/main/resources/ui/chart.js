// Draws a series over dates with uPlot, in the colours of the page.

const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const short = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 4 });

const DAY = 86400;
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;
const steps = [DAY, 2 * DAY, 3 * DAY, 7 * DAY, 14 * DAY, MONTH, 2 * MONTH, 3 * MONTH, 4 * MONTH, 6 * MONTH, YEAR, 2 * YEAR, 5 * YEAR, 10 * YEAR];
const dates = (parts) => new Intl.DateTimeFormat("en", { timeZone: "UTC", ...parts });
const year = dates({ year: "numeric" });
const month = dates({ month: "short", year: "numeric" });
const day = dates({ day: "numeric", month: "short" });

function dateLabels(self, splits, axis, space, step) {
  const form = step >= YEAR ? year : step >= MONTH ? month : day;
  return splits.map((seconds) => form.format(new Date(seconds * 1000)));
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function options(element, width) {
  const percent = element.dataset.unit === "%";
  const long = (value) => (percent ? (value * 100).toFixed(2) + "%" : grouped.format(value) + " " + element.dataset.unit);
  const brief = (value) => (percent ? (value * 100).toFixed(0) + "%" : short.format(value));
  const axis = { stroke: colour("--quiet"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false }, font: "12px system-ui" };
  return {
    width,
    height: width < 480 ? 200 : 260,
    tzDate: (seconds) => window.uPlot.tzDate(new Date(seconds * 1000), "UTC"),
    padding: [8, 8, 0, 0],
    cursor: { y: false, points: { size: 7 }, drag: { x: false, y: false } },
    scales: { x: { time: true } },
    series: [
      { label: "Date", value: (self, seconds) => (seconds == null ? "–" : new Date(seconds * 1000).toISOString().slice(0, 10)) },
      {
        label: element.dataset.label ?? "Value",
        stroke: colour("--accent"),
        fill: colour("--accent-soft"),
        width: 1.75,
        points: { show: false },
        spanGaps: false,
        value: (self, value) => (value == null ? "–" : long(value)),
      },
    ],
    axes: [{ ...axis, size: 30, incrs: steps, space: 80, values: dateLabels }, { ...axis, size: 62, values: (self, splits) => splits.map(brief) }],
  };
}

/** Draws the chart of an element, and again when its width or the colours of the page change. */
export function draw(element) {
  if (!window.uPlot) {
    return;
  }
  const data = [JSON.parse(element.dataset.times), JSON.parse(element.dataset.numbers)];
  let plot = null;
  const again = () => {
    plot?.destroy();
    plot = new window.uPlot(options(element, element.clientWidth), data, element);
    element.dataset.drawn = "true";
  };
  again();
  let width = element.clientWidth;
  new ResizeObserver(() => {
    if (element.clientWidth !== width) {
      width = element.clientWidth;
      again();
    }
  }).observe(element);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
}
