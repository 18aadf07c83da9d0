extension SiteTemplates {
    /// Search over the whole list and the memory of the large-text switch; every page works without it.
    static let script = #"""
        "use strict";
        (() => {
          const large = document.getElementById("large-text");
          try {
            large.checked = localStorage.getItem("large-text") === "1";
            large.addEventListener("change", () => localStorage.setItem("large-text", large.checked ? "1" : "0"));
          } catch { /* no storage: the switch still works on this page */ }

          const form = document.getElementById("search");
          if (!form) return;
          const query = document.getElementById("query");
          const list = document.getElementById("by-list-code");
          const unit = document.getElementById("by-unit-code");
          const found = document.getElementById("found");
          const table = document.getElementById("list");
          const body = document.getElementById("rows");
          const pages = document.getElementById("pages");
          const rowTemplate = document.getElementById("row").content;
          const objection = document.getElementById("objection").content;
          const plain = { rows: [...body.children], text: found.textContent, hidden: table.hidden };
          const most = 200;
          let entries = null;

          const normal = (text) => (text || "").normalize("NFKC").toUpperCase().replace(/\s+/g, "");
          const load = async () => {
            if (entries) return entries;
            const answer = await fetch("list.json", { cache: "no-cache" });
            if (!answer.ok) throw new Error(answer.status);
            const loaded = (await answer.json()).entries;
            for (const entry of loaded) {
              const texts = [entry.name, entry.credit_code, entry.masked_number, entry.decision_number];
              entry.text = texts.map(normal).join("\n");
            }
            loaded.sort((a, b) => b.decided_on.localeCompare(a.decided_on) || b.entry_id - a.entry_id);
            return (entries = loaded);
          };
          const date = (cell, iso, otherwise) => {
            if (!iso) { cell.textContent = otherwise; return; }
            const [year, month, day] = iso.split("-").map(Number);
            const time = document.createElement("time");
            time.dateTime = iso;
            time.textContent = `${year}年${month}月${day}日`;
            cell.replaceChildren(time);
          };
          const row = (entry) => {
            const copy = rowTemplate.cloneNode(true);
            const field = (name) => copy.querySelector(`[data-field=${name}]`);
            const link = field("name");
            link.textContent = entry.name;
            link.href = entry.page;
            if (entry.is_objection_pending) link.after(" ", objection.cloneNode(true));
            field("number").textContent = entry.credit_code || entry.masked_number || "";
            field("list").textContent = entry.list_name;
            field("list").className = `tag tag-${entry.list_code === "serious" ? "serious" : "penalised"}`;
            field("unit").textContent = entry.reporting_unit_name;
            date(field("decided"), entry.decided_on, "");
            date(field("last"), entry.last_day, "待首次公示确认");
            return copy;
          };
          const restore = () => {
            body.replaceChildren(...plain.rows);
            found.textContent = plain.text;
            table.hidden = plain.hidden;
            if (pages) pages.hidden = false;
          };
          let turn = 0;
          const search = async () => {
            const mine = ++turn;
            const words = query.value.split(/\s+/).map(normal).filter(Boolean);
            if (!words.length && !list.value && !unit.value) { restore(); return; }
            let hits;
            try {
              hits = (await load()).filter((entry) =>
                (!list.value || entry.list_code === list.value) &&
                (!unit.value || entry.reporting_unit === unit.value) &&
                words.every((word) => entry.text.includes(word)));
            } catch {
              if (mine === turn) found.textContent = "名单数据暂时无法读取，请用页面上的链接逐页查看。";
              return;
            }
            if (mine !== turn) return;
            const shown = hits.slice(0, most);
            body.replaceChildren(...shown.map(row));
            table.hidden = !hits.length;
            if (pages) pages.hidden = true;
            found.textContent = !hits.length ? "没有找到符合条件的信息。"
              : hits.length > most ? `找到 ${hits.length} 条，显示前 ${most} 条，请输入更多字词。`
              : `找到 ${hits.length} 条。`;
          };
          form.hidden = false;
          form.addEventListener("submit", (event) => event.preventDefault());
          form.addEventListener("input", search);
          form.addEventListener("reset", () => setTimeout(search));
        })();
        """#
}
