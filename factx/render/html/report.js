"use strict";
// The page is complete without this script, which shows a fact's details at its mark, under the pointer or in focus.
(() => {
  const peek = document.getElementById("peek");
  const SHOW_AFTER = 90, HIDE_AFTER = 220, MARGIN = 8;
  let shownFor = null, timer = 0;

  const byName = (letter, name) => document.getElementById(letter + name);
  const marksOf = (name) => document.querySelectorAll(`article [data-f="${CSS.escape(name)}"]`);

  /** The names of the facts at an element of the article, the innermost first. */
  function factsAt(element) {
    const names = [];
    for (let at = element.closest("[data-f]"); at; at = at.parentElement.closest("[data-f]")) {
      if (shows(at) && !names.includes(at.dataset.f)) names.push(at.dataset.f);
    }
    return names;
  }

  /** Whether the legend's box for this mark's kind is ticked. */
  function shows(mark) {
    const box = [...document.querySelectorAll(".legend input")].find((box) => mark.classList.contains(box.dataset.kind));
    return !box || box.checked;
  }

  /** A copy for reading only, without ids and links. */
  function copy(element, className) {
    const block = document.createElement("div");
    if (className) block.className = className;
    block.append(...element.cloneNode(true).childNodes);
    for (const link of block.querySelectorAll("a")) {
      const text = document.createElement("span");
      text.className = link.className;
      text.append(...link.childNodes);
      link.replaceWith(text);
    }
    for (const named of block.querySelectorAll("[id]")) named.removeAttribute("id");
    return block;
  }

  /** The sidebar's view of a fact, with its rule and its reasons. */
  function told(name) {
    const card = byName("f", name)?.closest(".card");
    if (!card) return null;
    const block = copy(card.querySelector(".gist"));
    const why = byName("w", name);
    if (why) {
      const reason = copy(why, "reason");
      reason.querySelector("summary")?.remove();
      if (why.tagName === "LI") reason.firstElementChild.remove(); // the mention itself is under the pointer
      const rule = why.querySelector("a.rule");
      const told = rule && document.getElementById(decodeURIComponent(rule.hash.slice(1)))?.querySelector("dd");
      if (told) reason.querySelector("p").append(`: ${told.textContent}`);
      block.append(reason);
    }
    return block;
  }

  function light(names) {
    for (const mark of document.querySelectorAll(".lit")) mark.classList.remove("lit");
    for (const name of names) for (const mark of marksOf(name)) mark.classList.add("lit");
  }

  function show(mark, x, focused) {
    clearTimeout(timer);
    const names = factsAt(mark);
    const block = names.length ? told(names[0]) : null;
    if (!block) return hide();
    peek.replaceChildren(block);
    // Other facts at this place have a line each, such as the claims around a person.
    for (const name of names.slice(1)) {
      const gist = byName("f", name)?.closest(".card")?.querySelector(".gist > p");
      if (gist) peek.append(copy(gist, "also"));
    }
    light([names[0]]);
    peek.hidden = false;
    place(mark, x);
    release();
    shownFor = mark;
    if (focused) mark.setAttribute("aria-describedby", "peek");
  }

  /** Below the mark, or above it if there is no room; for a mark on several lines, at the line pointed at. */
  function place(mark, x) {
    const lines = [...mark.getClientRects()];
    const line = lines.find((line) => x !== undefined && line.left <= x && x <= line.right) ?? lines[0];
    if (!line) return;
    const below = line.bottom + MARGIN, above = line.top - MARGIN - peek.offsetHeight;
    const left = Math.min(x === undefined ? line.left : x - 40, innerWidth - peek.offsetWidth - MARGIN);
    peek.style.left = `${Math.max(MARGIN, left)}px`;
    peek.style.top = `${below + peek.offsetHeight > innerHeight && above > 0 ? above : below}px`;
  }

  function release() {
    shownFor?.removeAttribute("aria-describedby");
    shownFor = null;
  }

  function hide() {
    clearTimeout(timer);
    peek.hidden = true;
    release();
    light([]);
  }

  const later = (action, delay) => { clearTimeout(timer); timer = setTimeout(action, delay); };

  document.addEventListener("pointerover", (event) => {
    const mark = event.target.closest?.("article [data-f]");
    if (mark && event.pointerType !== "touch") {
      if (mark !== shownFor) later(() => show(mark, event.clientX), SHOW_AFTER);
      else clearTimeout(timer);
    } else if (peek.contains(event.target)) {
      clearTimeout(timer); // the details can be pointed at, and scrolled
    } else if (shownFor && shownFor !== document.activeElement) {
      later(hide, HIDE_AFTER);
    } else {
      clearTimeout(timer);
    }
    const card = event.target.closest?.("aside .card");
    if (card) light(factsOf(card));
    else if (!shownFor && peek.hidden) light([]);
  });

  /** The facts that a card is about: its own, a person's mentions, those that disagree. */
  function factsOf(card) {
    const about = ".gist > p > a[href^='#m'], .mentions > a, .parties > li > a:first-child";
    return [...card.querySelectorAll(about)].map((link) => link.getAttribute("href").slice(2));
  }

  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest?.("article a[data-f]");
    if (mark && mark.matches(":focus-visible")) show(mark, undefined, true);
    else if (!peek.contains(event.target) && shownFor) hide();
    const card = event.target.closest?.("aside .card");
    if (card) light(factsOf(card));
  });
  document.addEventListener("focusout", (event) => {
    if (event.target === shownFor && !event.relatedTarget) later(hide, HIDE_AFTER);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !peek.hidden) hide();
  });
  /** The marks that the keyboard stops at, in the text's order. */
  const stops = () => [...document.querySelectorAll("article a[data-f][id], article a[data-f][href]")]
    .filter((mark) => mark.tabIndex === 0 && mark.getClientRects().length);

  // From mark to mark with the arrows, once one is in focus or the text is; a mark in focus shows what it comes to.
  document.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = document.activeElement;
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (at !== document.body && !at.matches("article a[data-f]")) return;
    const marks = stops();
    const from = marks.indexOf(at);
    const next = from >= 0 ? marks[from + step] : step > 0 ? marks.find((mark) => mark.getBoundingClientRect().top >= 0) : null;
    if (!next) return;
    event.preventDefault();
    next.focus();
    show(next, undefined, true);
  });

  /** A claim to be quoted elsewhere: who, what, and where it stands; marked as reported where the words are not the speaker's. */
  function quotation(card) {
    const section = card.closest(".document");
    const own = card.querySelector(".who")?.textContent;
    const heading = card.closest(".speaker")?.querySelector("h4")?.firstChild;
    const speaker = heading?.textContent.trim() || own || "No one named";
    const words = card.querySelector("blockquote").textContent;
    const direct = card.querySelector(".style").textContent === "direct";
    const marked = /^[“"‘'«]/.test(words) ? words : `“${words}”`;
    const place = [
      (section.querySelector(".origin cite") ?? section.querySelector("h2")).textContent, section.querySelector(".written time")?.textContent,
      card.querySelector(".line").textContent, section.querySelector(".origin a")?.href,
    ];
    return `${speaker}${direct ? "" : ", as reported"}: ${direct ? marked : words} (${place.filter(Boolean).join(", ")})`;
  }

  /** Put text on the clipboard, also where a browser lets a page from a file do so only in the old way. */
  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      return done;
    }
  }

  document.documentElement.classList.add("scripted");
  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.(".quote");
    if (!button) return;
    const done = await copied(quotation(button.closest(".card")));
    button.focus();
    document.getElementById("told").textContent = button.textContent = done ? "copied" : "not copied";
    setTimeout(() => { button.textContent = "copy as quotation"; }, 2000);
  });

  // A first touch shows what a pointer would; a second one follows the link.
  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.("article [data-f]");
    if (mark && event.pointerType === "touch" && mark !== shownFor) {
      event.preventDefault();
      show(mark, event.clientX);
    } else if (!mark && !peek.contains(event.target)) {
      hide();
    }
  });
  addEventListener("scroll", (event) => { if (event.target === document && shownFor) place(shownFor); }, { passive: true });

  // The keyboard skips marks that the legend hides. The boxes are shown only where this script runs.
  for (const box of document.querySelectorAll(".legend input")) {
    box.hidden = false;
    box.addEventListener("change", () => {
      document.documentElement.classList.toggle(`no-${box.dataset.kind}`, !box.checked);
      const marks = document.querySelectorAll(`article a[data-f].${box.dataset.kind}[id]`);
      for (const mark of marks) mark.tabIndex = box.checked ? 0 : -1;
      hide();
    });
  }

  /** The part of a folded document that is still text to the browser, if any. */
  const unread = (section) => section.querySelector(":scope > .fold > noscript");

  /** Make a folded document part of the page. */
  function fill(section) {
    const text = unread(section);
    if (!text) return;
    const part = document.createElement("div");
    part.innerHTML = text.textContent; // the page's own words, which a browser without scripts reads in the same way
    text.replaceWith(...part.childNodes);
    narrow(section);
  }
  let narrow = () => {};
  for (const fold of document.querySelectorAll(".fold")) {
    fold.addEventListener("toggle", () => { if (fold.open) fill(fold.parentElement); });
  }

  // A link to something in a closed part, such as a mention's reasons or a folded document, opens what it is in.
  function unfold() {
    const name = decodeURIComponent(location.hash.slice(1));
    const number = name.match(/^[a-z]+(\d+)(?:-|$)|-(\d+)$/);
    const section = number && document.getElementById(`t${number[1] ?? number[2]}`);
    if (section) fill(section);
    const target = document.getElementById(name);
    if (!target) return;
    const own = target === section ? section.querySelector(":scope > details") : null;
    if (own) own.open = true;
    for (let at = target.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
    target.scrollIntoView();
  }
  addEventListener("hashchange", unfold);
  if (location.hash) unfold();

  // On paper, all is unfolded.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details.fold:not([open]), details.over:not([open])")];
    for (const part of closed) { if (part.matches(".fold")) fill(part.parentElement); part.open = true; }
  });
  addEventListener("afterprint", () => {
    for (const part of closed) part.open = false;
    closed = [];
  });

  // The fields that choose documents and facts.
  const ask = document.querySelector(".ask");
  if (ask) {
    const [text, person, kind, stance] = ["text", "person", "kind", "stance"].map((name) => document.getElementById(`ask-${name}`));
    const documents = [...document.querySelectorAll("section.document")];
    const people = [...document.querySelectorAll(".over.people tbody tr")];
    people.forEach((row, place) => {
      person.append(new Option(row.querySelector(".person").textContent, String(place)));
    });
    const words = new Map(); // the text of each document, once it was searched

    /** The names of an asked person in the documents, such as "e3-e1"; null for everybody. */
    function asked() {
      if (!person.value) return null;
      return new Set([...people[Number(person.value)].querySelectorAll("td.words a")].map((link) => link.hash.slice(1)));
    }

    function holds(card, entities) {
      const letter = card.id.match(/^f\d+-([a-z]+)/)?.[1];
      if (kind.value && letter !== kind.value) return false;
      if (stance?.value && card.querySelector(".stance")?.textContent !== stance.value) return false;
      if (!entities) return true;
      const links = (card.closest(".speaker") ?? card).querySelectorAll("h4 > a");
      return entities.has(card.id) || [...links].some((link) => entities.has(link.hash.slice(1)));
    }

    /** Whether a document that is still text can have a fact that is asked for. */
    function may(text, number, entities) {
      if (kind.value && !text.includes(`id="f${number}-${kind.value}`)) return false;
      if (stance?.value && !text.includes(`class="stance ${stance.value}"`)) return false;
      return !entities || [...entities].some((name) => name.startsWith(`e${number}-`));
    }

    /** Hide the cards of a document that are not asked for; how many are left. */
    narrow = (section) => {
      const entities = asked();
      const all = !(kind.value || stance?.value || entities);
      let left = 0;
      for (const card of section.querySelectorAll("aside .card[id]")) {
        const shown = all || holds(card, entities);
        card.classList.toggle("unasked", !shown);
        left += shown ? 1 : 0;
      }
      return left;
    };

    function words_of(section) {
      const text = unread(section)?.textContent ?? section.querySelector("article").innerHTML;
      const plain = new DOMParser().parseFromString(text.split("</article>")[0].replace(/<[^>]*>/g, ""), "text/html");
      return plain.documentElement.textContent.toLowerCase();
    }

    function choose() {
      const sought = text.value.trim().toLowerCase();
      const entities = asked();
      const narrowed = Boolean(kind.value || stance?.value || entities);
      let count = 0, facts = 0;
      for (const section of documents) {
        const number = section.id.slice(1);
        if (sought && !words.has(section)) words.set(section, words_of(section));
        let wanted = !sought || words.get(section).includes(sought);
        if (wanted && narrowed) {
          const text = unread(section)?.textContent;
          wanted = text === undefined || may(text, number, entities);
          if (wanted && (stance?.value || entities)) fill(section);
          if (wanted && text !== undefined && unread(section)) {
            facts += text.split(`id="f${number}-${kind.value}`).length - 1;
          }
        }
        if (!unread(section)) {
          const left = narrow(section);
          wanted = wanted && (!narrowed || left > 0);
          facts += wanted && narrowed ? left : 0;
        }
        section.classList.toggle("unasked", !wanted);
        document.querySelector(`.contents a[href="#t${number}"]`)?.closest("tr").classList.toggle("unasked", !wanted);
        count += wanted ? 1 : 0;
      }
      const found = document.getElementById("ask-found");
      const told = narrowed ? `, ${facts} fact${facts === 1 ? "" : "s"}` : "";
      found.textContent = sought || narrowed ? `${count} of ${documents.length} documents${told}` : "";
    }
    ask.hidden = false;
    for (const field of [text, person, kind, stance]) field?.addEventListener("input", choose);
  }
})();
