"use strict";
(() => {
  // A table is sorted as the tree it is: children stay below their net, and what the survey keeps last stays last.
  const value = (row, column, kind) => {
    const cell = row.cells[column];
    if (kind === "text") return cell.textContent.trim().toLocaleLowerCase();
    return cell.dataset.order === undefined ? null : Number(cell.dataset.order);
  };
  const compare = (a, b, way) => {
    if (a === null || b === null) return (a === null) - (b === null);
    return way * (typeof a === "string" ? a.localeCompare(b) : a - b);
  };
  const depth = (row) => Number(row.dataset.depth || 0);
  const grown = (rows) => {
    const top = [];
    const open = [];
    for (const row of rows) {
      const node = { row, below: [] };
      while (open.length && depth(open[open.length - 1].row) >= depth(row)) open.pop();
      (open.length ? open[open.length - 1].below : top).push(node);
      open.push(node);
    }
    return top;
  };
  const flat = (nodes, order) =>
    [...nodes].sort(order).flatMap((node) => [node.row, ...flat(node.below, order)]);

  const sort = (table, head, way) => {
    const body = table.querySelector("tbody.rows");
    const column = head.cellIndex;
    const order = (a, b) =>
      ("last" in a.row.dataset) - ("last" in b.row.dataset) ||
      (way === 0
        ? a.row.dataset.place - b.row.dataset.place
        : compare(value(a.row, column, head.dataset.sort), value(b.row, column, head.dataset.sort), way));
    const rows = [...body.rows].sort((a, b) => a.dataset.place - b.dataset.place);
    body.append(...flat(grown(rows), order));
    for (const each of head.parentNode.cells) each.removeAttribute("aria-sort");
    if (way) head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
  };

  const next = (head) => {
    const first = head.dataset.sort === "text" ? 1 : -1;
    const now = { ascending: 1, descending: -1 }[head.getAttribute("aria-sort")] || 0;
    return now === 0 ? first : now === first ? -first : 0;
  };

  for (const table of document.querySelectorAll("table.sortable")) {
    [...table.querySelector("tbody.rows").rows].forEach((row, place) => { row.dataset.place = place; });
    for (const head of table.querySelectorAll("th[data-sort]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.title = "Sort by this column";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sort(table, head, next(head)));
    }
  }

  // A row is shown where it or a row below it has the words; its nets are shown with it.
  const filter = (section, words, output) => {
    let shown = 0;
    let all = 0;
    for (const body of section.querySelectorAll("tbody.rows")) {
      const keep = (node) => {
        const below = node.below.map(keep).some(Boolean);
        const own = node.row.cells[0].textContent.toLocaleLowerCase().includes(words);
        node.row.hidden = !(own || below);
        shown += !node.row.hidden;
        all += 1;
        return !node.row.hidden;
      };
      grown([...body.rows]).forEach(keep);
    }
    output.textContent = words ? `${shown} of ${all} rows` : "";
  };

  for (const tools of document.querySelectorAll(".tools")) {
    tools.hidden = false;
    const input = tools.querySelector("input");
    if (!input) continue;
    const output = tools.querySelector("output");
    input.addEventListener("input", () => filter(tools.closest("section"), input.value.trim().toLocaleLowerCase(), output));
  }
})();
