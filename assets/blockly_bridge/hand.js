// A block in hand: tap a block, tap its place, without dragging. While a block is in hand the program opens up: in
// each gap a real but silent room block makes Blockly lay out the space, and over it lies an HTML button with the name,
// the focus and the touch zone.

import { ROOM } from './definitions.js';
import { element, fill } from './elements.js';
import { placesFor } from './places.js';

/** Each room moves all that follows it: in a program with more places, only those in view are offered. */
const MANY_PLACES = 60;
const TARGET = 44;
const ROOM_HEIGHT = 48;
const ROOM_WIDTH = 176;
const FREE_WIDTH = 150;

export class Hand {
  /**
   * @param parts {Blockly, ws, host, bar, words, label, narrow, closeShelf, capacity}
   */
  constructor(parts) {
    Object.assign(this, parts);
    this.held = null;
    this.places = [];
    this.layer = element('div', { class: 'blocks-places', role: 'group', 'aria-label': this.words.places, hidden: true });
    this.host.append(this.layer);
    this.onKey = (event) => {
      if (event.key !== 'Escape' || !(this.held || this.bar.isOpen)) return;
      event.stopPropagation();
      this.leave();
    };
    document.addEventListener('keydown', this.onKey, true);
  }

  /** Takes a shelf block (a copy of it) or a placed block (itself) in hand. */
  take(block, { isPlaced = false } = {}) {
    this.drop();
    if (!isPlaced && !this.ws.isCapacityAvailable({ [block.type]: 1 + block.getDescendants(false).length })) {
      this.bar.say(this.words.full);
      return;
    }
    const state = isPlaced ? null : this.Blockly.serialization.blocks.save(block);
    this.held = { block, isPlaced, state, name: this.label(block) };
    block.pathObject.ring('hand', true);
    if (!isPlaced && !this.narrow) this.closeShelf();
    this.open(this.inView(placesFor(this.Blockly, this.ws, block, this.movingWith(block), this.label, this.words)));
    const { words, held } = this;
    this.bar.show(fill(isPlaced ? words.move : words.put, held.name), [], { isHand: true });
    this.follow();
    this.announce(fill(words.inHand, held.name, String(this.places.length)));
    this.layer.querySelector('button')?.focus({ preventScroll: true });
  }

  movingWith(block) {
    if (!this.held.isPlaced) return new Set();
    const inside = block.inputList.flatMap((input) => input.connection?.targetBlock()?.getDescendants(false) ?? []);
    return new Set([block, ...inside]);
  }

  inView(places) {
    if (places.length <= MANY_PLACES) return places;
    const { top, height } = this.ws.getMetricsManager().getViewMetrics(true);
    return places.filter(({ connection }) => {
      const y = connection?.y ?? top;
      return y >= top - ROOM_HEIGHT && y <= top + height;
    });
  }

  /** Makes room in each gap and lays the buttons out, from top to bottom. */
  open(places) {
    this.quietly(() => {
      for (const place of places) if (place.kind === 'gap') place.room = this.makeRoom(place);
    });
    this.Blockly.renderManagement.triggerQueuedRenders(this.ws);
    const at = ({ room, connection }) => room?.getRelativeToSurfaceXY() ?? connection ?? { x: Infinity, y: Infinity };
    this.places = tellApart(places.sort((a, b) => at(a).y - at(b).y || at(a).x - at(b).x));
    const buttons = this.places.map((place) => {
      const word = element('span', {}, place.kind === 'socket' ? '' : place.name);
      const click = () => this.put(place);
      place.button = element('button', { type: 'button', 'data-kind': place.kind, 'aria-label': place.long, click }, word);
      return place.button;
    });
    this.layer.replaceChildren(...buttons);
    this.layer.hidden = false;
    if (this.narrow && !this.fitsBesideShelf(at)) this.closeShelf();
  }

  makeRoom(place) {
    const room = this.ws.newBlock(ROOM);
    room.initSvg();
    room.setDeletable(false);
    room.setMovable(false);
    room.getSvgRoot().classList.add('blocks-room');
    room.getSvgRoot().setAttribute('aria-hidden', 'true');
    if (place.before) {
      const { x, y } = place.before.getRelativeToSurfaceXY();
      room.moveTo(new this.Blockly.utils.Coordinate(x, y));
      room.nextConnection.connect(place.before.previousConnection);
    } else {
      place.connection.connect(room.previousConnection);
    }
    return room;
  }

  fitsBesideShelf(at) {
    const { ws } = this;
    const lowest = Math.max(0, ...this.places.filter((place) => place.room).map((place) => at(place).y + ROOM_HEIGHT));
    const free = ws.getMetrics().viewHeight - ws.getFlyout().getHeight() - ROOM_HEIGHT;
    return lowest * ws.scale + ws.scrollY <= free;
  }

  /** The buttons follow scroll, zoom and layout: one cheap look a frame, only while a block is in hand. */
  follow() {
    if (!this.held) return;
    const { ws } = this;
    const origin = ws.getOriginOffsetInPixels();
    const seen = [origin.x, origin.y, ws.scale, ws.getParentSvg().clientWidth].join();
    if (seen !== this.seen) {
      this.seen = seen;
      for (const place of this.places) {
        const { x, y, width, height } = this.boxOf(place);
        const { style } = place.button;
        style.transform = `translate(${(origin.x + x).toFixed(1)}px, ${(origin.y + y).toFixed(1)}px)`;
        style.width = `${width}px`;
        style.height = `${height}px`;
      }
    }
    this.frame = requestAnimationFrame(() => this.follow());
  }

  /** Where a place is, in pixels from the workspace's origin. */
  boxOf(place) {
    const { scale } = this.ws;
    if (place.kind === 'gap') {
      const { x, y } = place.room.getRelativeToSurfaceXY();
      return { x: x * scale, y: y * scale, width: Math.max(ROOM_WIDTH * scale, 150), height: Math.max(place.room.height * scale, TARGET) };
    }
    if (place.kind === 'socket') {
      const held = place.connection.targetBlock();
      const heldAt = held?.getRelativeToSurfaceXY();
      const [across, down] = [(held?.width ?? 40) * scale, (held?.height ?? 32) * scale];
      const top = held ? heldAt.y * scale : place.connection.y * scale - down / 2;
      const width = Math.max(TARGET, across);
      return { x: place.connection.x * scale - (width - across) / 2, y: top + (down - TARGET) / 2, width, height: TARGET };
    }
    place.at ??= this.freePlace();
    return { x: place.at.x * scale, y: place.at.y * scale, width: FREE_WIDTH, height: TARGET };
  }

  /** Beside the other scripts where the view has room for one more, else below them. */
  freePlace() {
    const blocks = this.ws.getTopBlocks(true);
    if (!blocks.length) return { x: 24, y: 40 };
    const boxes = blocks.map((block) => block.getBoundingRectangle());
    const right = Math.max(...boxes.map((box) => box.right)) + 48;
    const view = this.ws.getMetricsManager().getViewMetrics(true);
    if (right + 2 * FREE_WIDTH / this.ws.scale <= view.left + view.width) return { x: right, y: boxes[0].top + 24 };
    return { x: boxes[0].left, y: Math.max(...boxes.map((box) => box.bottom)) + 40 };
  }

  /** Puts the block in hand at a place, as one step for undo. */
  put(place) {
    const { Blockly, ws, words } = this;
    const { block, isPlaced, state, name } = this.held;
    this.clear();
    this.isBusy = true;
    Blockly.Events.setGroup(true);
    let placed = block;
    try {
      if (isPlaced) {
        block.unplug(true);
      } else {
        delete state.id;
        placed = Blockly.serialization.blocks.append({ ...state, x: place.at?.x ?? 0, y: place.at?.y ?? 0 }, ws, { recordUndo: true });
      }
      if (place.kind === 'free') {
        if (isPlaced) placed.moveTo(new Blockly.utils.Coordinate(place.at.x, place.at.y));
      } else if (place.before) {
        placed.moveTo(place.before.getRelativeToSurfaceXY());
        placed.nextConnection.connect(place.before.previousConnection);
      } else {
        place.connection.connect(place.kind === 'socket' ? placed.outputConnection : placed.previousConnection);
      }
    } finally {
      Blockly.Events.setGroup(false);
      this.isBusy = false;
    }
    Blockly.renderManagement.triggerQueuedRenders(ws);
    Blockly.getFocusManager().focusNode(placed);
    this.announce(fill(words.placed, name, place.long));
  }

  /** Lays the block down again where it was, by the person's wish. */
  leave() {
    const had = this.held;
    this.drop();
    if (had) this.announce(this.words.cancelled);
    this.Blockly.getFocusManager().focusTree(this.ws);
  }

  /** The same without a word: because the program changed, or another block is taken. */
  drop() {
    this.clear();
    this.bar.hide();
  }

  clear() {
    if (!this.held) return;
    cancelAnimationFrame(this.frame);
    this.seen = null;
    const { block } = this.held;
    this.held = null;
    if (!block.isDeadOrDying()) block.pathObject.ring('hand', false);
    const rooms = this.places.map((place) => place.room).filter((room) => room && !room.isDeadOrDying());
    this.places = [];
    this.quietly(() => rooms.forEach((room) => room.dispose(true)));
    this.Blockly.renderManagement.triggerQueuedRenders(this.ws);
    this.layer.hidden = true;
    this.layer.replaceChildren();
    this.bar.hide();
  }

  /** The program changed: what is in hand no longer fits the places. */
  programChanged() {
    if (this.held && !this.isBusy) this.drop();
  }

  quietly(change) {
    // Counts, so it nests.
    this.Blockly.Events.disable();
    try {
      change();
    } finally {
      this.Blockly.Events.enable();
    }
  }

  announce(sentence) {
    this.Blockly.utils.aria.announceDynamicAriaState(sentence);
  }

  dispose() {
    this.drop();
    document.removeEventListener('keydown', this.onKey, true);
    this.layer.remove();
  }
}

/** Numbers the places that would be read aloud alike. */
function tellApart(places) {
  const count = new Map();
  for (const place of places) {
    const n = (count.get(place.long) ?? 0) + 1;
    count.set(place.long, n);
    if (n > 1) place.long = `${place.long} (${n})`;
  }
  return places;
}
