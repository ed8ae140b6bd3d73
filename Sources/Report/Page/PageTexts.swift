// Made from page.css and page.js beside it; do not edit. See ReportPage.

/// The style and the script of the page, and what the page's policy knows them by.
enum PageTexts {
  static let style: StaticString = #"""
    :root{--bg:#fff;--fg:#1f2933;--soft:#52606d;--line:#cbd2d9;--card:#f5f7fa;--link:#0b5cad;--u:#2166ac;--p:#7fb2dd;--f:#e4e7eb;--hb:#d9a441;--bad:#a61b1b;--warn:#8a5a00;--ok:#fff;--on:#fff;--sel:#c2410c}
    @media(prefers-color-scheme:dark){:root{--bg:#12181f;--fg:#f0f4f8;--soft:#a9b6c3;--line:#3a4653;--card:#1b232c;--link:#7cc0ff;--u:#6cb0f0;--p:#3a6a97;--f:#2a343f;--hb:#d9a441;--bad:#ff8f8f;--warn:#f3c15f;--on:#0b1117;--sel:#ff9d5c}}
    *{box-sizing:border-box}
    html{scroll-behavior:smooth}
    body{margin:0;background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
    header{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center;justify-content:space-between;padding:10px max(24px,calc(50% - 716px));background:var(--bg);border-bottom:1px solid var(--line)}
    header p,header h1{margin:0}
    h1{font-size:1.3rem;line-height:1.2;overflow-wrap:anywhere}
    h2{font-size:1.2rem;margin:0 0 .6rem}
    h3{font-size:1rem;margin:1.2rem 0 .3rem;overflow-wrap:anywhere}
    header p{color:var(--soft)}
    main{max-width:1480px;margin:0 auto;padding:16px 24px}
    section{margin:0 0 36px;scroll-margin-top:76px}
    footer{max-width:1480px;margin:0 auto;padding:0 24px 24px;color:var(--soft)}
    a{color:var(--link)}
    a.bad{color:var(--bad);font-weight:600}
    a.warn{color:var(--warn);font-weight:600}
    code{font:.88em ui-monospace,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
    :focus-visible{outline:3px solid var(--sel);outline-offset:1px}
    .skip{position:absolute;left:-999px}
    .skip:focus{left:8px;top:8px;z-index:3;background:var(--bg);padding:8px}
    #search{display:flex;flex-wrap:wrap;align-items:center;gap:4px 10px}
    #search[hidden],#map[hidden]{display:none}
    #search label{font-weight:600}
    #hint{color:var(--soft);font-size:.85rem}
    input{font:inherit;color:inherit;background:var(--card);border:1px solid var(--soft);border-radius:6px;padding:6px 10px;width:19em;max-width:100%}
    .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:12px}
    .card{display:block;padding:12px 16px;background:var(--card);border:1px solid var(--line);border-radius:8px;color:var(--fg);text-decoration:none}
    .card:hover{border-color:var(--link)}
    .card b{display:block;font-size:1.6rem;line-height:1.2}
    .card span{color:var(--soft);overflow-wrap:anywhere}
    .block{margin:0 0 20px}
    .block p{margin:0 0 6px;color:var(--soft)}
    .defs{position:absolute;width:0;height:0}
    svg.grid{display:block;width:100%;height:auto}
    rect.u{fill:var(--u)}rect.p{fill:var(--p)}rect.f{fill:var(--f)}rect.h{fill:url(#k)}rect.o{fill:url(#x)}
    svg.bar{display:block;width:90px;height:10px;margin-top:6px}
    details{margin:6px 0}
    summary{cursor:pointer;color:var(--link)}
    .scroll{overflow-x:auto}
    .scale{margin:2px 0 0;color:var(--soft);font-size:.9rem}
    table{border-collapse:collapse;width:100%}
    th,td{text-align:left;vertical-align:top;padding:4px 16px 4px 0;border-bottom:1px solid var(--line);font-weight:400}
    thead th{color:var(--soft);font-weight:600;white-space:nowrap}
    #groups table{table-layout:fixed}
    #groups th:nth-child(1){width:34%}#groups th:nth-child(2){width:5.5rem}#groups th:nth-child(3){width:122px}
    tbody th{overflow-wrap:anywhere}
    .w{display:inline-block;max-width:100%;overflow-wrap:anywhere}
    .n{text-align:right;font-variant-numeric:tabular-nums}
    .findings{padding:0;list-style:none}
    .findings>li{border-left:4px solid var(--line);padding:2px 0 2px 12px;margin:0 0 14px;scroll-margin-top:80px}
    .findings p{margin:0;overflow-wrap:anywhere}
    .findings .where{color:var(--soft);display:flex;flex-wrap:wrap;gap:0 14px}
    .findings ul{margin:2px 0 0;padding-left:20px;color:var(--soft);overflow-wrap:anywhere}
    .findings>.error{border-color:var(--bad)}.error>p>b{color:var(--bad)}
    .findings>.warning{border-color:var(--warn)}.warning>p>b{color:var(--warn)}
    .self{color:var(--soft);text-decoration:none}
    .lines{margin:0 0 16px;padding:0;list-style:none;background:var(--card);border:1px solid var(--line);border-radius:8px;overflow:auto}
    .lines li{padding:0 12px 0 0;white-space:pre;font:.85rem/1.6 ui-monospace,"DejaVu Sans Mono",monospace;min-width:max-content;scroll-margin-top:40vh}
    .lines li>span{display:inline-block;width:6ch;padding-right:1ch;margin-right:1ch;text-align:right;color:var(--soft);border-right:1px solid var(--line)}
    .lines .skip-to{border-top:1px dashed var(--line)}
    .lines :target{background:var(--f);outline:2px solid var(--sel);outline-offset:-2px}
    mark{background:none;color:inherit;text-decoration:underline 2px var(--sel);text-underline-offset:3px}
    #map{scroll-margin-top:70px;border-top:1px solid var(--line);padding-top:12px}
    .ways{display:flex;flex-wrap:wrap;gap:6px 32px;margin:0 0 10px;color:var(--soft)}.ways p{margin:0}.ways div{display:flex;flex-wrap:wrap;align-items:center;gap:6px}
    .crumbs{display:flex;flex-wrap:wrap;gap:6px;align-items:center;margin:0;padding:0;list-style:none}
    .crumbs li+li:before{content:"›";margin-right:6px;color:var(--soft)}
    button{font:inherit;color:var(--link);background:var(--card);border:1px solid var(--line);border-radius:6px;padding:3px 9px;cursor:pointer}
    button:hover{border-color:var(--link)}
    button[aria-current]{color:var(--fg);font-weight:600}
    .legend{display:flex;flex-wrap:wrap;gap:4px 18px;margin:8px 0;padding:0;list-style:none;color:var(--soft);font-size:.9rem}
    .legend i{display:inline-block;width:18px;height:14px;margin-right:6px;vertical-align:-2px}
    .layout{display:grid;grid-template-columns:minmax(0,1fr) 300px;gap:20px;align-items:start}
    .cells [role=row]{display:grid;grid-template-columns:repeat(var(--w),minmax(0,1fr));gap:2px;margin-bottom:2px}
    .c{container-type:inline-size;min-height:54px;padding:2px 4px;border-radius:3px;border:1px solid transparent;font-size:.72rem;line-height:1.25;overflow:hidden;cursor:pointer;background:var(--f);color:var(--fg)}
    .c>span{display:block;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
    .c .end{direction:rtl;text-align:left}
    .c b{display:block;font-weight:600;white-space:nowrap}
    .c.out{background:none;border:1px dashed var(--line);color:var(--soft)}
    .c.used,i.used{background:var(--u);color:var(--on)}
    .c.part,i.part{background:var(--p)}
    .c.part{background:linear-gradient(to right,var(--u) var(--s),var(--f) var(--s)) bottom/100% 5px no-repeat,var(--p)}
    @container(max-width:62px){.noun{display:none}}
    .c.held,i.held{background:repeating-linear-gradient(135deg,var(--hb) 0 3px,#6b4a00 3px 4px);color:#1f1500}
    .c.held b,.c.held span,.c.over b,.c.over>span{background:var(--hb);max-width:100%;width:fit-content;padding:0 2px}.c.over b,.c.over>span{background:var(--bad)}
    .c.over,i.over{background:repeating-linear-gradient(45deg,transparent 0 4px,var(--bg) 4px 5px),repeating-linear-gradient(135deg,var(--bad) 0 4px,var(--bg) 4px 5px);color:var(--bg)}
    i.free{background:var(--f)}i.out{border:1px dashed var(--soft)}
    .c[aria-selected=true]{box-shadow:0 0 0 3px var(--sel)}
    .c:focus-visible{outline-offset:0;z-index:1;position:relative}
    .info{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px 16px;overflow-wrap:anywhere;position:sticky;top:86px}
    .info h3{margin:0 0 4px}.info p{margin:0 0 8px}.info ul{margin:0 0 8px;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:4px}
    .info .buttons{display:flex;gap:8px;flex-wrap:wrap}
    .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    #list .view{max-height:462px;overflow:auto;border:1px solid var(--line);border-radius:8px;position:relative}
    .tall{position:relative;min-width:640px}
    .r{position:absolute;left:0;right:0;height:36px;display:grid;grid-template-columns:1.3fr 1.7fr 1fr 2fr 40px;gap:12px;padding:0 12px;align-items:center;border-bottom:1px solid var(--line);white-space:nowrap}
    #list .poolless .r{grid-template-columns:1.3fr 1.7fr 2fr 40px}
    .r>*{overflow:hidden;text-overflow:ellipsis}
    .r.h{position:sticky;top:0;background:var(--card);font-weight:600;z-index:1;height:36px;min-width:640px}
    .r button{border:0;background:none;padding:6px 0;max-width:100%;overflow:hidden;text-overflow:ellipsis;text-decoration:underline}
    .r :focus-visible{outline-offset:-3px}
    .found{color:var(--soft);margin:0 0 8px}
    @media(max-width:900px){.layout{grid-template-columns:1fr;gap:8px}.info{position:static}}
    @media(max-width:700px){main,header,footer{padding-left:12px;padding-right:12px}header{position:static}section{scroll-margin-top:8px}#groups th:nth-child(3),#groups td:nth-child(3){display:none}#groups th:nth-child(1){width:40%}#groups th:nth-child(2){width:4rem}th,td{padding-right:10px}.c{padding:2px}#hint{display:none}#search,input{width:100%}.cards{grid-template-columns:1fr 1fr}}
    @media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
    @media print{:root{--bg:#fff;--fg:#000;--soft:#333;--line:#999;--card:#fff;--link:#000;--u:#2166ac;--p:#7fb2dd;--f:#e4e7eb;--bad:#a61b1b;--warn:#8a5a00}
    html,body{font-size:11px}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}header{position:static;padding:0 0 8px}#search,#map,#nodes,.skip,.self,summary,footer{display:none!important}.lines li{white-space:pre-wrap;min-width:0}
    main{max-width:none;padding:0}.scroll{overflow:visible}.block,.card,.findings>li,tr{break-inside:avoid}h2,h3{break-after:avoid}details>*{display:block}details::details-content{content-visibility:visible;display:block}}

    """#
  static let styleHash: StaticString = "jZwryC+Dvbq+MGawBPf47GCmTRyBp51kjX943BrETDQ="

  static let script: StaticString = #"""
    "use strict";
    (() => {
      const data = JSON.parse(document.getElementById("data").textContent);
      const $ = (id) => document.getElementById(id);
      // Everything of the fleet's becomes text here, never markup.
      const el = (tag, attributes, ...children) => {
        const node = document.createElement(tag);
        for (const [key, value] of Object.entries(attributes || {})) {
          if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
          else if (value === true) node.setAttribute(key, "");
          else if (value !== false && value != null) node.setAttribute(key, value);
        }
        node.append(...children.filter((child) => child != null));
        return node;
      };
      const count = (number, noun) => number.toLocaleString("en-US") + " " + noun + (number == 1 ? "" : "s");

      // The columns.
      const unfold = (pattern, out) => {
        const match = /\[(\d+)-(\d+)\]/.exec(pattern);
        if (!match) return out.push(pattern);
        const [all, first, last] = match;
        const before = pattern.slice(0, match.index), after = pattern.slice(match.index + all.length);
        for (let number = +first; number <= +last; number++) {
          unfold(before + String(number).padStart(first.length, "0") + after, out);
        }
      };
      const names = [];
      for (const pattern of data.names) unfold(pattern, names);
      const runs = (list) => {
        const out = new Int32Array(names.length);
        for (let index = 0, at = 0; index < list.length; index += 2) {
          out.fill(list[index], at, (at += list[index + 1]));
        }
        return out;
      };
      const poolOf = runs(data.poolOf), targetOf = runs(data.targetOf);
      const variantOf = runs(data.variantOf), labelOf = runs(data.labelOf);
      const pools = (node) => (data.poolSets[poolOf[node]] || []).map((pool) => data.pools[pool]);
      const labels = (node) => (data.labelSets[labelOf[node]] || []).map((label) => data.labels[label]);

      // Addresses are whole numbers of a family.
      const bits = (family) => (family == 4 ? 32 : 128);
      const parse = (text) => {
        text = text.trim();
        if (/^\d+(\.\d+){3}$/.test(text)) {
          const parts = text.split(".").map(Number);
          if (parts.some((part) => part > 255)) return null;
          return { family: 4, value: parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n) };
        }
        if (!text.includes(":") || !/^[0-9a-f:]+$/i.test(text)) return null;
        const halves = text.split("::");
        if (halves.length > 2) return null;
        const groups = (half) => (half ? half.split(":") : []);
        const head = groups(halves[0]), tail = groups(halves[1]);
        const missing = 8 - head.length - tail.length;
        if (halves.length == 1 ? missing : missing < 1) return null;
        const all = [...head, ...Array(halves.length == 2 ? missing : 0).fill("0"), ...tail];
        if (all.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return null;
        return { family: 6, value: all.reduce((sum, group) => (sum << 16n) + BigInt("0x" + group), 0n) };
      };
      const format = (family, value) => {
        if (family == 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join(".");
        const groups = [];
        for (let shift = 112n; shift >= 0n; shift -= 16n) groups.push(((value >> shift) & 65535n).toString(16));
        const zeros = groups.join(":").match(/(?:^|:)0(?::0)+(?=:|$)/g);
        if (!zeros) return groups.join(":");
        const longest = zeros.reduce((a, b) => (b.length > a.length ? b : a));
        return groups.join(":").replace(longest, "::").replace(/:{3,}/, "::");
      };
      const network = (family, first, prefix) => {
        const size = 1n << BigInt(bits(family) - prefix);
        return { family, prefix, first: first - (first % size), size };
      };
      const cidr = (text) => {
        const [address, length] = text.trim().split("/");
        const parsed = parse(address);
        if (!parsed) return null;
        const prefix = length == null ? bits(parsed.family) : /^\d+$/.test(length) ? +length : -1;
        return prefix < 0 || prefix > bits(parsed.family) ? null : network(parsed.family, parsed.value, prefix);
      };
      const show = (net) => format(net.family, net.first) + "/" + net.prefix;
      const last = (net) => net.first + net.size - 1n;
      const meets = (one, other) =>
        one.family == other.family && one.first <= last(other) && other.first <= last(one);
      const holds = (one, other) =>
        one.family == other.family && one.first <= other.first && last(other) <= last(one);

      const blocks = data.blocks.map((block) => ({ ...cidr(block.net), cut: block.prefix }));
      const reserved = data.reserved.map(([name, net]) => ({ name, net: cidr(net) }));
      const gone = data.gone.map(([name, net]) => ({ name, net: cidr(net) }));
      const subnetsOf = names.map(() => []);
      const claims = { 4: [], 6: [] };
      const claim = (node, net) => {
        subnetsOf[node].push(net);
        claims[net.family].push({ node, net });
      };
      data.subnets.forEach((list, index) => {
        const block = blocks[index], size = 1n << BigInt(bits(block.family) - block.cut);
        for (let at = 0, node = 0; at < list.length; at += 2) {
          const start = BigInt(list[at]);
          for (let step = 0; step < list[at + 1]; step++, node++) {
            if (start < 0n) continue;
            claim(node, { family: block.family, prefix: block.cut, first: block.first + (start + BigInt(step)) * size, size });
          }
        }
      });
      for (const [node, net] of data.odd) claim(node, cidr(net));
      for (const family of [4, 6]) {
        const list = claims[family].sort((a, b) => (a.net.first < b.net.first ? -1 : a.net.first > b.net.first ? 1 : 0));
        // How far any claim up to each one reaches, and whether the one meets those before.
        let reach = -1n;
        for (const entry of list) {
          entry.over = entry.net.first <= reach;
          if (last(entry.net) > reach) reach = last(entry.net);
          entry.reach = reach;
        }
        for (let index = 0; index + 1 < list.length; index++) {
          if (list[index + 1].over && list[index + 1].net.first <= last(list[index].net)) list[index].over = true;
        }
      }
      const bisect = (list, test) => {
        let low = 0, high = list.length;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (test(list[middle])) high = middle; else low = middle + 1;
        }
        return low;
      };
      // The claims that meet a network.
      const within = (net) => {
        const list = claims[net.family];
        const from = bisect(list, (entry) => entry.reach >= net.first);
        const to = bisect(list, (entry) => entry.net.first > last(net));
        const part = list.slice(from, to);
        return part.length && last(part[0].net) >= net.first ? part : part.filter((entry) => last(entry.net) >= net.first);
      };

      // What a cell of the map says.
      const look = (net) => {
        const block = blocks.find((block) => meets(block, net));
        const found = within(net);
        const nodes = new Set(found.map((entry) => entry.node));
        const held = [...reserved, ...gone].filter((entry) => meets(entry.net, net));
        let taken = 0n;
        for (const { net: part } of found) {
          const from = part.first > net.first ? part.first : net.first;
          const to = last(part) < last(net) ? last(part) : last(net);
          taken += to - from + 1n;
        }
        const share = Number((taken * 1000n) / net.size) / 10;
        const kept = reserved.filter((entry) => meets(entry.net, net)).map((entry) => "reserved for " + entry.name)
          .concat(gone.filter((entry) => meets(entry.net, net)).map((entry) => "kept for " + entry.name + ", which left"));
        const clash = found.filter((entry) => entry.over);
        const state = clash.length > 0 && found.length > 1 || (found.length && held.some((entry) => found.some((claim) => meets(claim.net, entry.net))))
          ? "over" : taken >= net.size ? "used" : found.length ? "part" : held.length ? "held" : block ? "free" : "out";
        return { net, block, nodes: [...nodes], kept, share, state };
      };
      const words = { used: "used", part: "partly used", held: "held back", free: "free", over: "overlapping", out: "no block" };
      const percent = (cell) => (cell.share < 1 ? "< 1 %" : Math.floor(cell.share) + " %");
      const state = (cell) => words[cell.state] + (cell.state == "part" ? ", " + percent(cell) : "");
      // A name from its end, where names differ; of a number the noun only where it has room.
      const short = (cell) => {
        if (cell.nodes.length == 1) return el("span", { class: "end" }, el("bdi", {}, names[cell.nodes[0]]));
        if (cell.nodes.length) return el("span", {}, cell.nodes.length.toLocaleString("en-US"), el("span", { class: "noun" }, " nodes"));
        return el("span", {}, cell.state == "held" ? cell.kept[0].replace("reserved for ", "") : cell.state == "free" ? "free" : "");
      };
      const tell = (cell) =>
        show(cell.net) + ": " + state(cell) + (cell.nodes.length == 1 ? ", node " + names[cell.nodes[0]]
          : cell.nodes.length ? ", " + count(cell.nodes.length, "node") : "") + (cell.kept.length ? ", " + cell.kept.join(", ") : "");

      // The map: one network in up to 256 cells.
      const deeper = (net) => {
        const block = blocks.find((block) => holds(block, net) || holds(net, block) && block.prefix == net.prefix);
        let prefix = Math.min(bits(net.family), net.prefix + 8);
        if (block && block.cut > net.prefix && block.cut <= prefix) prefix = block.cut;
        else if (net.prefix % 4) prefix -= net.prefix % 4;
        return Math.max(prefix, Math.min(net.prefix + 1, bits(net.family)));
      };
      const canOpen = (net) => net.prefix < bits(net.family) && (net.family == 4 || !blocks.some((block) => holds(block, net) && net.prefix >= block.cut));
      const wider = (net) => {
        const block = blocks.filter((block) => holds(block, net) && block.prefix < net.prefix).sort((a, b) => b.prefix - a.prefix)[0];
        let prefix = Math.max(0, Math.floor((net.prefix - 1) / 8) * 8);
        if (block && block.prefix >= prefix) prefix = block.prefix;
        return net.prefix == 0 ? null : network(net.family, net.first, prefix);
      };
      const map = $("map"), live = el("div", { class: "vh", role: "status", "aria-live": "polite" });
      const crumbs = el("ol", { class: "crumbs", "aria-label": "Networks from the widest to this one" });
      const grid = el("div", { class: "cells", role: "grid", "aria-describedby": "keys" });
      const info = el("div", { class: "info" });
      const table = el("div", {});
      let view, cells = [], chosen = 0, wide = 16;
      const narrow = matchMedia("(max-width:700px)");
      const label = (net, parent) => {
        // What the cells of one map have in common stands over it.
        const [mark, wide, base] = net.family == 4 ? [".", 8, 10] : [":", 16, 16];
        const whole = Math.floor(parent.prefix / wide), parts = [];
        for (let part = whole; part < Math.max(whole + 1, Math.ceil(net.prefix / wide)); part++) {
          parts.push(((net.first >> BigInt(bits(net.family) - wide * (part + 1))) & ((1n << BigInt(wide)) - 1n)).toString(base));
        }
        return (whole ? mark : "") + parts.join(mark);
      };
      const choose = (index, focus) => {
        const old = grid.querySelector("[aria-selected=true]");
        if (old) { old.setAttribute("aria-selected", "false"); old.tabIndex = -1; }
        chosen = Math.max(0, Math.min(index, cells.length - 1));
        const node = grid.querySelector('[data-i="' + chosen + '"]');
        node.setAttribute("aria-selected", "true");
        node.tabIndex = 0;
        if (focus) node.focus();
        describe(cells[chosen]);
      };
      const describe = (cell) => {
        const net = cell.net;
        const shown = cell.nodes.slice(0, 12);
        info.replaceChildren(...[
          el("h3", {}, show(net)),
          el("p", {}, format(net.family, net.first) + " to " + format(net.family, last(net))),
          el("p", {}, state(cell) + (cell.block ? ", in the block " + show(cell.block) : "")),
          el("p", { class: "buttons" },
            canOpen(net) ? el("button", { type: "button", onclick: () => open(net, null, true) }, "Zoom in") : null,
            wider(view) ? el("button", { type: "button", onclick: out }, "Zoom out") : null),
          cell.kept.length ? el("p", {}, cell.kept.join("; ")) : null,
          net.prefix == bits(net.family) && cell.nodes.length ? el("p", {}, role(net)) : null,
          shown.length ? el("p", {}, count(cell.nodes.length, "node") + ":") : null,
          shown.length ? el("ul", {}, ...shown.map((node) => el("li", {}, el("button", { type: "button", onclick: () => find(names[node], true) }, names[node])))) : null,
          cell.nodes.length > shown.length ? el("p", {}, "and " + (cell.nodes.length - shown.length).toLocaleString("en-US") + " more") : null,
        ].filter((part) => part));
      };
      const role = (net) => {
        const entry = within(net)[0];
        if (entry.net.prefix < 31 && net.first == entry.net.first) return "names the network; no pod gets it";
        if (entry.net.prefix < 31 && net.first == last(entry.net)) return "the broadcast address; no pod gets it";
        return "an address of " + names[entry.node] + ": its gateway's or a pod's";
      };
      const open = (net, select, focus) => {
        view = net;
        const prefix = deeper(net), size = 1n << BigInt(bits(net.family) - prefix);
        cells = [];
        for (let first = net.first; first <= last(net); first += size) cells.push(look({ family: net.family, prefix, first, size }));
        wide = (narrow.matches ? 4 : 8) * (cells.length > 64 ? 2 : 1);
        grid.style.setProperty("--w", wide);
        const rows = [];
        for (let start = 0; start < cells.length; start += wide) {
          rows.push(el("div", { role: "row" }, ...cells.slice(start, start + wide).map((cell, step) => {
            const node = el("div", {
              role: "gridcell", tabindex: -1, "aria-selected": "false", "aria-label": tell(cell), "data-i": start + step, title: tell(cell),
              class: "c " + cell.state,
            }, el("b", {}, (cell.state == "over" ? "!" : "") + label(cell.net, net)), short(cell), cell.state == "part" ? el("span", {}, percent(cell)) : null);
            node.style.setProperty("--s", cell.share + "%");
            return node;
          })));
        }
        grid.replaceChildren(...rows);
        grid.setAttribute("aria-label", "Map of " + show(net) + " in /" + prefix);
        const path = [net];
        for (let up = wider(net); up; up = wider(up)) {
          path.unshift(up);
          if (net.family == 6 && !blocks.some((block) => holds(block, up))) break;
        }
        crumbs.replaceChildren(...path.map((step) => el("li", {}, el("button", {
          type: "button", "aria-current": step == net ? "location" : null, onclick: () => open(step, net, true),
        }, show(step)))));
        const filled = cells.filter((cell) => cell.state != "out" && cell.state != "free");
        table.replaceChildren(el("details", {}, el("summary", {}, "This map as a table"), el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "The map as a table" },
          el("table", { "aria-label": "The map as a table" }, el("thead", {}, el("tr", {}, ...["network", "state", "nodes", "which"].map((head) => el("th", { scope: "col" }, head)))),
            el("tbody", {}, ...filled.map((cell) => el("tr", {}, el("td", {}, show(cell.net)), el("td", {}, state(cell)), el("td", {}, String(cell.nodes.length)),
              el("td", {}, cell.kept.concat(cell.nodes.slice(0, 4).map((node) => names[node])).join(", ")))))))));
        const inside = select ? cells.findIndex((cell) => meets(cell.net, select)) : cells.findIndex((cell) => cell.nodes.length);
        choose(inside < 0 ? 0 : inside, focus);
        const number = new Set(within(net).map((entry) => entry.node)).size;
        live.textContent = show(net) + ", " + count(cells.length, "cell") + " of /" + prefix + ", " + count(number, "node");
      };
      const out = () => {
        const up = wider(view);
        if (up) open(up, view, true);
      };
      let clicked = null;
      grid.addEventListener("click", (event) => {
        const node = event.target.closest(".c");
        if (!node) return;
        const cell = cells[+node.dataset.i];
        if (clicked == cell && canOpen(cell.net)) return open(cell.net, null, true);
        clicked = cell;
        choose(+node.dataset.i, true);
      });
      grid.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: wide, ArrowUp: -wide }[event.key];
        if (step) { if (cells[chosen + step]) choose(chosen + step, true); }
        else if (event.key == "Home") choose(event.ctrlKey ? 0 : chosen - (chosen % wide), true);
        else if (event.key == "End") choose(event.ctrlKey ? cells.length - 1 : chosen - (chosen % wide) + wide - 1, true);
        else if (event.key == "Enter" || event.key == " ") { if (canOpen(cells[chosen].net)) open(cells[chosen].net, null, true); }
        else if (event.key == "Escape" || event.key == "Backspace") out();
        else return;
        event.preventDefault();
      });

      // The list: of however many nodes, only those in sight have elements.
      const height = 36;
      const pane = el("div", { class: data.pools.length ? "view" : "view poolless", tabindex: 0, role: "table", "aria-label": "Nodes" });
      const tall = el("div", { class: "tall", role: "rowgroup" });
      const found = el("p", { class: "found", role: "status" });
      let shown = names.map((_, node) => node);
      const cell = (text) => el("span", { role: "cell", title: text }, text);
      const draw = () => {
        const start = Math.max(0, Math.floor(pane.scrollTop / height) - 4);
        const rows = [];
        for (let index = start; index < Math.min(shown.length, start + 26); index++) {
          const node = shown[index], net = subnetsOf[node][0];
          const row = el("div", { class: "r", role: "row", "aria-rowindex": index + 2 },
            el("span", { role: "cell" }, net ? el("button", { type: "button", title: "Show on the map", onclick: () => place(net) }, names[node]) : names[node]),
            cell(subnetsOf[node].map(show).join(", ")), data.pools.length ? cell(pools(node).join(", ")) : null,
            cell(data.targets[targetOf[node]] || ""), cell(variantOf[node] < 0 ? "" : String(variantOf[node] + 1)));
          row.style.top = index * height + "px";
          rows.push(row);
        }
        tall.replaceChildren(...rows);
      };
      const list = () => {
        // No browser draws an element that is much taller; then the rest is only found by searching.
        tall.style.height = Math.min(shown.length, 400000) * height + "px";
        pane.setAttribute("aria-rowcount", shown.length + 1);
        pane.scrollTop = 0;
        draw();
      };
      const place = (net) => {
        const block = blocks.find((block) => holds(block, net));
        let at = block || network(net.family, net.first, Math.max(0, net.prefix - 8));
        while (deeper(at) < net.prefix && canOpen(network(net.family, net.first, deeper(at)))) at = network(net.family, net.first, deeper(at));
        open(at, net, false);
        map.scrollIntoView({ block: "start" });
        grid.querySelector("[aria-selected=true]").focus({ preventScroll: true });
      };
      const find = (text, jump) => {
        $("q").value = text;
        search(text);
        if (jump) { $("nodes").scrollIntoView(); pane.focus({ preventScroll: true }); }
      };
      const search = (text) => {
        const wanted = text.trim().toLowerCase();
        const net = cidr(wanted);
        if (!wanted) shown = names.map((_, node) => node);
        else if (net) shown = [...new Set(within(net).map((entry) => entry.node))];
        else {
          const poolHit = data.poolSets.map((set) => set.some((pool) => data.pools[pool].toLowerCase() == wanted));
          const labelHit = data.labelSets.map((set) => set.some((label) => data.labels[label].toLowerCase().includes(wanted)));
          shown = [];
          names.forEach((name, node) => {
            if (name.toLowerCase().includes(wanted) || poolHit[poolOf[node]] || labelHit[labelOf[node]]
              || subnetsOf[node].some((net) => show(net).startsWith(wanted))) shown.push(node);
          });
        }
        const what = wanted ? count(shown.length, "node") + " found for " + text.trim() : count(shown.length, "node");
        const only = wanted && shown.length == 1 ? ": " + names[shown[0]] + ", " + subnetsOf[shown[0]].map(show).join(", ")
          + (pools(shown[0]).length ? ", pools " + pools(shown[0]).join(", ") : "") + (labels(shown[0]).length ? ", labels " + labels(shown[0]).join(", ") : "") : "";
        let hint = "";
        if (wanted && net && !shown.length) hint = ": " + tell(look(net));
        found.textContent = what + only + hint;
        list();
      };
      pane.append(el("div", { class: "r h", role: "row" }, ...["node", "subnets", "pools", "target", "files"].filter((head) => head != "pools" || data.pools.length).map((head) => el("span", { role: "columnheader" }, head))), tall);
      let waiting = false;
      pane.addEventListener("scroll", () => {
        if (waiting) return;
        waiting = true;
        requestAnimationFrame(() => { waiting = false; draw(); });
      });
      $("list").append(found, pane);
      const form = $("search");
      form.hidden = false;
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (shown.length == 1 && subnetsOf[shown[0]].length && cidr($("q").value)) place(subnetsOf[shown[0]][0]);
        else { $("nodes").scrollIntoView(); pane.focus({ preventScroll: true }); }
      });
      let timer;
      $("q").addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => search($("q").value), names.length > 20000 ? 150 : 0); });
      document.addEventListener("keydown", (event) => {
        if (event.key == "/" && !/^(INPUT|TEXTAREA)$/.test(event.target.tagName) && !event.ctrlKey && !event.metaKey) {
          event.preventDefault();
          $("q").focus();
          $("q").select();
        } else if (event.key == "Escape" && event.target == $("q") && $("q").value) find("");
      });
      search("");

      const start = blocks[0] || (claims[4][0] && network(4, claims[4][0].net.first, 8)) || (claims[6][0] && network(6, claims[6][0].net.first, Math.max(0, claims[6][0].net.prefix - 8)));
      if (start) {
        map.hidden = false;
        map.append(...[
          el("h3", {}, "Map"),
          el("p", { class: "found", id: "keys" }, "Click a cell twice, or press Enter, to zoom into it; Escape zooms out; arrow keys move."),
          el("div", { class: "ways" },
            blocks.length > 1 ? el("p", {}, "Blocks: ", ...blocks.flatMap((block) => [el("button", { type: "button", onclick: () => open(block, null, true) }, show(block)), " "])) : null,
            el("div", {}, "Shown:", crumbs)),
          el("div", { class: "layout" }, el("div", {}, grid, table), info), live,
        ].filter((part) => part));
        open(start, null, false);
        live.textContent = "";
        narrow.addEventListener("change", () => open(view, cells[chosen].net, false));
      }
      const closed = () => document.querySelectorAll("details:not([open])");
      let opened = [];
      addEventListener("beforeprint", () => { opened = [...closed()]; for (const part of opened) part.open = true; });
      addEventListener("afterprint", () => { for (const part of opened) part.open = false; });
      document.documentElement.dataset.ready = "1";
    })();

    """#
  static let scriptHash: StaticString = "sw5/ikW1Vp48YhyylvK2tqOtGrKfiOksjEgEk7d0v+s="
}
