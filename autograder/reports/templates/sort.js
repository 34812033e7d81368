(() => {
  const text = (row, at) => (row.cells[at] ? row.cells[at].textContent.trim() : "");
  const value = (row, at) => parseFloat(text(row, at).replace("\u2212", "-"));
  const byText = new Intl.Collator(undefined, { numeric: true }).compare;
  const sort = (table, head, at) => {
    const up = head.getAttribute("aria-sort") !== "ascending";
    const turn = up ? 1 : -1;
    const numbers = head.dataset.sort === "number";
    const compare = (one, other) => {
      if (!numbers) return turn * byText(text(one, at), text(other, at));
      const a = value(one, at), b = value(other, at);
      if (isNaN(a) || isNaN(b)) return isNaN(a) - isNaN(b);
      return turn * (a - b);
    };
    for (const cell of table.tHead.rows[0].cells) cell.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    table.tBodies[0].append(...[...table.tBodies[0].rows].sort(compare));
  };
  for (const table of document.querySelectorAll("table")) {
    if (!table.tHead || !table.tBodies[0] || table.tBodies[0].rows.length < 2) continue;
    [...table.tHead.rows[0].cells].forEach((head, at) => {
      if (!head.dataset.sort) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, head, at));
      head.append(button);
    });
  }
})();
