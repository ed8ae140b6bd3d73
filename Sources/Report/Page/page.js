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
