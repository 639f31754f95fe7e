/* <scp-formula>: a formula's text with its flaws underlined at their places and a list of what may stand at the caret.
   What is flawed and what may stand where is the server's to say; it is asked after each change, and told which text it
   answered for: an answer to an older text is dropped. */
(() => {
const PAUSE = 180;
let count = 0;

class ScpFormula extends HTMLElement {
  connectedCallback() {
    if (this.text) return;
    const id = `scp-formula-${++count}`;
    this.innerHTML = `<div class="formula-box"><div class="formula-under" aria-hidden="true"></div>
      <textarea class="formula-text" spellcheck="false" autocomplete="off" autocapitalize="off" rows="4"
        aria-autocomplete="list" aria-haspopup="listbox" aria-controls="${id}"></textarea></div>
      <ul class="formula-list" role="listbox" id="${id}" hidden></ul>`;
    this.text = this.querySelector('textarea');
    this.under = this.querySelector('.formula-under');
    this.list = this.querySelector('ul');
    this.chosen = -1;
    this.proposals = [];
    this.text.setAttribute('aria-label', this.label || '');
    this.list.setAttribute('aria-label', this.proposalsLabel || '');
    this.text.value = this.start || '';
    this.text.readOnly = !!this.fixed;
    this.text.addEventListener('input', () => { this.draw([]); this.ask(false); });
    this.text.addEventListener('keydown', event => this.key(event));
    this.text.addEventListener('scroll', () => { this.under.scrollTop = this.text.scrollTop; });
    this.text.addEventListener('blur', () => setTimeout(() => this.hide(), 150));
    this.draw(this.flaws || []);
  }

  /* Called by the server. */
  write(value) { this.start = value; if (this.text) { this.text.value = value; this.draw([]); this.hide(); } }

  tell(value, flaws) {
    this.flaws = flaws;
    if (this.text && this.text.value === value) this.draw(flaws);
  }

  select(from, until) {
    this.text.focus();
    this.text.setSelectionRange(from, Math.max(until, from));
  }

  propose(value, caret, completion, asked) {
    if (!this.text || this.text.value !== value || this.text.selectionStart !== caret) return;
    const written = value.slice(completion.from, caret);
    const proposals = completion.proposals.filter(each => each.insert.trim() !== written.trim());
    if (!proposals.length || (!asked && !completion.eager && !written)) { this.hide(); return; }
    this.completion = completion;
    this.proposals = proposals;
    this.chosen = 0;
    this.list.replaceChildren(...proposals.map((each, index) => {
      const item = document.createElement('li');
      item.id = `${this.list.id}-${index}`;
      item.setAttribute('role', 'option');
      const code = document.createElement('b');
      code.textContent = each.insert.trim();
      const name = document.createElement('span');
      name.textContent = each.name;
      const unit = document.createElement('i');
      unit.textContent = each.unit;
      item.append(code, name, unit);
      item.addEventListener('mousedown', event => { event.preventDefault(); this.take(index); });
      return item;
    }));
    this.list.hidden = false;
    this.mark();
  }

  ask(asked) {
    clearTimeout(this.timer);
    const tell = () => this.dispatchEvent(new CustomEvent('formula-change', {
      detail: { value: this.text.value, caret: this.text.selectionStart, asked } }));
    if (asked) tell(); else this.timer = setTimeout(tell, PAUSE);
  }

  key(event) {
    if (event.key === ' ' && event.ctrlKey) { event.preventDefault(); this.ask(true); return; }
    if (this.list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.chosen = (this.chosen + step + this.proposals.length) % this.proposals.length;
      this.mark();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      this.take(this.chosen);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.hide();
    }
  }

  take(index) {
    const { from, until } = this.completion, insert = this.proposals[index].insert;
    this.text.setRangeText(insert, from, until, 'end');
    this.hide();
    this.text.focus();
    this.draw([]);
    this.ask(false);
  }

  mark() {
    [...this.list.children].forEach((item, index) => {
      item.setAttribute('aria-selected', index === this.chosen);
      if (index === this.chosen) item.scrollIntoView({ block: 'nearest' });
    });
    this.text.setAttribute('aria-activedescendant', `${this.list.id}-${this.chosen}`);
  }

  hide() {
    this.list.hidden = true;
    this.text.removeAttribute('aria-activedescendant');
  }

  /* The same text beneath, see-through but for the underlines; an empty place is shown as wide as one letter. */
  draw(flaws) {
    const value = this.text.value, parts = [];
    let at = 0;
    for (const flaw of [...flaws].sort((a, b) => a.from - b.from)) {
      if (flaw.from < at) continue;
      const until = Math.max(flaw.until, flaw.from + 1);
      const under = document.createElement('u');
      under.textContent = value.slice(flaw.from, until) || '\u00a0';
      parts.push(document.createTextNode(value.slice(at, flaw.from)), under);
      at = until;
    }
    parts.push(document.createTextNode(value.slice(at) + '\n'));
    this.under.replaceChildren(...parts);
    this.text.setAttribute('aria-invalid', flaws.length > 0);
    this.text.style.height = 'auto';
    this.text.style.height = `${Math.max(this.text.scrollHeight, 96)}px`;
    this.under.scrollTop = this.text.scrollTop;
  }
}

customElements.define('scp-formula', ScpFormula);
})();
