// The script of the service page: shows what the extension sends, passes on what is pressed, and lets the arrow keys
// read the curves. It loads nothing and evaluates nothing.
/* global acquireVsCodeApi, document, window */
(function () {
  const vscode = acquireVsCodeApi();
  const spoken = document.getElementById("spoken");
  /** Where the cursor of each curve stands, by the curve's id. */
  const places = new Map();

  window.addEventListener("message", ({ data }) => {
    if (data.state) vscode.setState(data.state);
    for (const [id, markup] of Object.entries(data.sections ?? {})) show(document.getElementById(id), markup);
    if (data.failure) spoken.textContent = data.failure;
  });

  document.addEventListener("click", ({ target }) => {
    const command = target.dataset?.command;
    if (command) vscode.postMessage({ command });
  });

  document.addEventListener("keydown", (event) => {
    const curve = event.target;
    if (!curve.dataset?.values) return;
    const values = JSON.parse(curve.dataset.values);
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -values.length, End: values.length }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const last = values.length - 1;
    const place = Math.min(last, Math.max(0, (places.get(curve.id) ?? last) + step));
    places.set(curve.id, place);
    moveCursor(curve, place / Math.max(1, last));
    const [time, value] = values[place];
    spoken.textContent = `${curve.dataset.name} at ${time} UTC: ${value}`;
  });

  /** Replaces a part when it has changed, and leaves the focus where it is. */
  function show(element, markup) {
    if (!element || element.dataset.markup === markup) return;
    const focused = element.contains(document.activeElement) ? document.activeElement : undefined;
    element.dataset.markup = markup;
    element.innerHTML = markup;
    if (!focused) return;
    const again = focused.id
      ? document.getElementById(focused.id)
      : element.querySelector(`[data-command="${focused.dataset.command}"]`);
    again?.focus();
  }

  function moveCursor(curve, share) {
    const cursor = curve.querySelector(".cursor");
    const x = String(share * curve.viewBox.baseVal.width);
    cursor.setAttribute("x1", x);
    cursor.setAttribute("x2", x);
  }

  vscode.postMessage({ command: "ready" });
})();
