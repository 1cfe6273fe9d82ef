(() => {
  const carried = document.getElementById("verbatims");
  if (!carried) return;
  const sections = JSON.parse(carried.textContent);
  const dialog = document.getElementById("answers");
  const [title, said, list, more] = ["h2", "#answers-count", "ol", ".next"].map((each) => dialog.querySelector(each));
  const AT_ONCE = 200;
  const EVERY = -1;
  const figure = (number) => number.toLocaleString("en-GB");
  let waiting = [];
  let from = null;

  const found = (data, row, banner, column) => {
    const places = data.columns[banner];
    const rows = row === EVERY ? data.ids.keys() : data.given[row];
    return [...rows].filter((answer) => column === EVERY || places[answer] === column);
  };

  const item = (data, answer) => {
    const [entry, text, foot] = ["li", "blockquote", "footer"].map((each) => document.createElement(each));
    text.textContent = data.texts[answer];
    text.dir = "auto";
    const coder = data.coders[data.who[answer]];
    foot.textContent = coder ? `${data.ids[answer]}, coded by ${coder}` : data.ids[answer];
    entry.append(text, foot);
    return entry;
  };

  const show = (data) => {
    list.append(...waiting.splice(0, AT_ONCE).map((answer) => item(data, answer)));
    more.hidden = waiting.length === 0;
    more.textContent = `Show more (${figure(waiting.length)} left)`;
  };

  const counted = (data, here, count, part) => {
    const all = figure(Math.max(count, here));
    const missing = here < count;
    const carried = data.ids.length + data.withheld;
    const told = [`${figure(here)} of ${all}${carried < data.total ? " carried" : ""}.`];
    if (carried < data.total) told.push(`This page holds ${figure(data.ids.length)} of ${figure(data.total)} answers to this question.`);
    if (missing && data.withheld) told.push(`Of the answers to this question ${figure(data.withheld)} are not shown, to protect people.`);
    if (missing && part) told.push("An answer in several columns stands with the first of them.");
    return told.join(" ");
  };

  const name = (cell) => {
    const table = cell.closest("table");
    const row = cell.parentNode.cells[0].textContent.trim();
    const column = Number(cell.dataset.column) === EVERY ? "" : table.tHead.rows[0].cells[cell.cellIndex].dataset.name;
    return column ? `${row}: ${column}` : row;
  };

  const open = (cell) => {
    const { row, column, count } = cell.dataset;
    const table = cell.closest("table");
    const data = sections[Number(table.dataset.section)];
    waiting = found(data, Number(row), table.dataset.banner, Number(column));
    from = cell.querySelector("button");
    title.textContent = name(cell);
    said.textContent = counted(data, waiting.length, Number(count), Number(column) !== EVERY);
    list.replaceChildren();
    show(data);
    more.onclick = () => {
      const last = list.lastElementChild;
      show(data);
      (last.nextElementSibling || list).scrollIntoView({ block: "nearest" });
      if (more.hidden) list.focus();
    };
    dialog.showModal();
    list.scrollTop = 0;
  };

  for (const cell of document.querySelectorAll("td[data-row]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-haspopup", "dialog");
    button.append(...cell.childNodes);
    cell.append(button);
    button.addEventListener("click", () => open(cell));
  }
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => { if (from) from.focus(); });
})();
