// What is said about blocks, beside them: running (ink ring, arrow in the gutter), a word (pill), seen (amber ring and
// tag), problems (a button with its sentence). Rings are in the SVG; the rest is HTML over it, put in place once a
// frame while there is any.

import { element, fill, icon } from './elements.js';

const RINGED = new Set(['running', 'seen']);
/** How far down a block its words stand, in workspace units: the middle of its first row at most. */
const FIRST_ROW = 48;
/** A sentence of three lines, in pixels. */
const ROOM_FOR_SENTENCE = 110;

export class Marks {
  constructor(Blockly, ws, host, words, icons) {
    Object.assign(this, { Blockly, ws, words, icons });
    this.marks = new Map();
    this.quiet = element('div', { class: 'blocks-marks', 'aria-hidden': 'true' });
    this.problems = element('div', { class: 'blocks-marks', role: 'group', 'aria-label': words.problems });
    this.problems.hidden = true;
    host.append(this.quiet, this.problems);
    this.onEscape = (event) => event.key === 'Escape' && this.closeProblems();
    this.problems.addEventListener('keydown', this.onEscape);
  }

  /** Replaces the marks of the kinds given: {running: [id], turns: [[id, text]], seen: [id, text], problems: [[id, text]]}. */
  set({ running, turns, seen, problems }) {
    if (running) this.setKind('running', running.map((id) => [id, '']));
    if (turns) this.setKind('turn', turns);
    if (seen !== undefined) {
      this.setKind('seen', seen ? [seen] : []);
      if (seen) this.scrollTo(seen[0]);
    }
    if (problems) this.setKind('problem', problems);
    this.place();
    if (!this.frame && this.marks.size) this.frame = requestAnimationFrame(() => this.tick());
  }

  setKind(kind, wanted) {
    const texts = new Map(wanted);
    for (const [key, mark] of this.marks) {
      if (mark.kind !== kind) continue;
      if (!texts.has(mark.id)) {
        this.remove(key, mark);
      } else if (mark.text !== texts.get(mark.id)) {
        mark.text = texts.get(mark.id);
        this.write(mark);
      }
    }
    for (const [id, text] of texts) {
      if (this.marks.has(`${kind} ${id}`)) continue;
      const mark = { kind, id, text, element: kind === 'problem' ? this.problemButton(id) : element('span', { class: 'blocks-mark', 'data-kind': kind }) };
      this.marks.set(`${kind} ${id}`, mark);
      (kind === 'problem' ? this.problems : this.quiet).append(mark.element);
      this.write(mark);
    }
    this.problems.hidden = !this.problems.childElementCount;
  }

  remove(key, mark) {
    const block = this.ws.getBlockById(mark.id);
    if (RINGED.has(mark.kind)) block?.pathObject.ring(mark.kind, false);
    if (mark.kind === 'problem' && block) this.say(block, null);
    mark.element.remove();
    this.marks.delete(key);
  }

  write(mark) {
    if (mark.kind !== 'problem') {
      mark.element.textContent = mark.text;
      return;
    }
    const [button, sentence] = mark.element.children;
    button.setAttribute('aria-label', fill(this.words.problem, mark.text));
    sentence.textContent = mark.text;
    const block = this.ws.getBlockById(mark.id);
    if (block) this.say(block, mark.text);
  }

  problemButton(id) {
    const toggle = () => {
      const isOpen = holder.dataset.state === 'open';
      this.closeProblems();
      holder.dataset.state = isOpen ? 'closed' : 'open';
    };
    const show = () => this.scrollTo(id);
    const button = element('button', { type: 'button', click: toggle, focus: show }, icon(`${this.icons}#triangle-alert`));
    const holder = element('div', { class: 'blocks-mark', 'data-kind': 'problem', 'data-state': 'closed' }, button, element('p', { 'aria-hidden': 'true' }));
    return holder;
  }

  closeProblems() {
    for (const holder of this.problems.children) holder.dataset.state = 'closed';
  }

  /** Adds the problem to what a screen reader says of the block. */
  say(block, problem) {
    delete block.getAriaLabel;
    if (problem) {
      const own = block.getAriaLabel.bind(block);
      block.getAriaLabel = (verbosity) => `${own(verbosity)}, ${fill(this.words.problem, problem)}`;
    }
    block.saysProblem = problem;
    block.recomputeAriaContext();
  }

  scrollTo(id) {
    const block = this.ws.getBlockById(id);
    if (block) this.ws.scrollBoundsIntoView(block.getBoundingRectangleWithoutChildren());
  }

  tick() {
    this.place();
    this.frame = this.marks.size ? requestAnimationFrame(() => this.tick()) : 0;
  }

  place() {
    const { ws } = this;
    // Where the workspace's (0, 0) is in the host, in pixels.
    const origin = ws.getOriginOffsetInPixels();
    const width = ws.getParentSvg().clientWidth;
    for (const mark of this.marks.values()) {
      const block = ws.getBlockById(mark.id);
      mark.element.hidden = !block;
      if (!block) continue;
      // Undo and load make a block again with the same id.
      if (RINGED.has(mark.kind)) block.pathObject.ring(mark.kind, true);
      if (mark.kind === 'problem' && block.saysProblem !== mark.text) this.say(block, mark.text);
      const { x, y } = this.anchor(mark.kind, block);
      const left = origin.x + x;
      const where = `translate(${left.toFixed(1)}px, ${(origin.y + y).toFixed(1)}px)`;
      if (mark.where === where) continue;
      mark.where = where;
      mark.element.style.transform = where;
      mark.element.dataset.side = left > width / 2 ? 'end' : 'start';
      mark.element.dataset.room = origin.y + y > ROOM_FOR_SENTENCE ? 'above' : 'below';
    }
  }

  /** The left and middle of a mark, in pixels from the workspace's origin. */
  anchor(kind, block) {
    const { scale } = this.ws;
    const at = block.getRelativeToSurfaceXY();
    const right = block.getBoundingRectangleWithoutChildren().right * scale;
    const middle = (at.y + Math.min(block.height, FIRST_ROW) / 2) * scale;
    switch (kind) {
      case 'running':
        return { x: block.getRootBlock().getRelativeToSurfaceXY().x * scale, y: middle };
      case 'problem':
        return { x: right, y: at.y * scale };
      default:
        return { x: right, y: middle };
    }
  }

  dispose() {
    cancelAnimationFrame(this.frame);
    this.quiet.remove();
    this.problems.remove();
  }
}
