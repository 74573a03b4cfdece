// The thin bridge between the page (Rust) and Blockly 13. What crosses it are texts, numbers and flat tables as JSON;
// no block, part or word of a language is known on this side. The page loads this file and Blockly's own, then calls
// `globalThis.blocklyBridge.open`.

import { actionsFor, Bar } from './bar.js';
import { defineBlocks, ROOM, Table } from './definitions.js';
import { numbers, registerFields } from './fields.js';
import { element, icon } from './elements.js';
import { growing } from './growing.js';
import { Hand } from './hand.js';
import { makeTheme, onThemeChange, registerLook } from './look.js';
import { Marks } from './marks.js';
import { isLocked, rowsOut, stateOf } from './rows.js';
import { PhoneShelves, stockVariables, toolboxJson } from './shelves.js';

/** Blockly's own words by language, as its files had them before ours were added. */
const stockMessages = new Map();
let isRegistered = false;

function registerOnce(Blockly) {
  if (isRegistered) return;
  isRegistered = true;
  registerFields(Blockly);
  registerLook(Blockly);
  Blockly.Scrollbar.scrollbarThickness = 11;
  // Makes the button on a shelf 44 px high.
  Object.assign(Blockly.FlyoutButton, { TEXT_MARGIN_X: 14, TEXT_MARGIN_Y: 12 });
  // What the saved program has no place for is not offered.
  for (const item of ['blockInline', 'blockHelp', 'blockDisable']) Blockly.ContextMenuRegistry.registry.unregister(item);
}

function speak(Blockly, language, messages) {
  if (!stockMessages.has(language)) stockMessages.set(language, { ...Blockly.Msg });
  Blockly.setLocale({ ...stockMessages.get(language), ...messages });
}

async function fontsReady() {
  // Blockly measures text once: the fonts have to be there. A font that does not come is done without.
  const style = getComputedStyle(document.documentElement);
  const families = ['--font-text', '--font-number'].map((name) => style.getPropertyValue(name));
  await Promise.allSettled(families.map((family) => document.fonts.load(`600 16px ${family}`)));
}

/**
 * Opens a workspace in an empty, visible element.
 * @param setupJson {language, decimal, narrow, media, icons, most, table, unread, shelves, messages, words}
 * @param onProgram called with the flat table as JSON, at most once a frame, never while something is dragged
 * @param onHistory called with (can undo, can redo) when either changes
 */
async function open(host, setupJson, onProgram, onHistory) {
  const { Blockly } = globalThis;
  const setup = JSON.parse(setupJson);
  await fontsReady();
  registerOnce(Blockly);
  speak(Blockly, setup.language, setup.messages);
  return new Workspace(Blockly, host, setup, onProgram, onHistory);
}

class Workspace {
  constructor(Blockly, host, setup, onProgram, onHistory) {
    const { words, narrow, icons } = setup;
    const table = new Table(setup.table, setup.unread);
    Object.assign(this, { Blockly, host, setup, table, onProgram, onHistory, history: '' });
    numbers.decimal = setup.decimal;
    numbers.limits = table.limits();
    defineBlocks(Blockly, table, words, growing(Blockly, words, (block) => this.offerGrowth(block)));
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const ws = (this.ws = Blockly.inject(host, {
      toolbox: toolboxJson(setup.shelves, table),
      renderer: 'fabrique',
      theme: makeTheme(Blockly, table.categories()),
      media: setup.media,
      sounds: false,
      trashcan: false,
      maxBlocks: setup.most,
      horizontalLayout: narrow,
      toolboxPosition: narrow ? 'end' : 'start',
      // On a phone `true` would open a prompt instead of the field.
      modalInputs: false,
      grid: { spacing: 24, length: 1, colour: '#000', snap: false },
      zoom: { startScale: (narrow ? 0.92 : 1) * rem, pinch: true, wheel: false, minScale: 0.5, maxScale: 2.5 },
      move: { scrollbars: true, drag: true, wheel: true },
    }));
    stockVariables(Blockly, ws, setup.shelves, table, words);
    this.bar = new Bar(host, words, icons, () => this.hand.leave());
    this.hand = new Hand({
      Blockly, ws, host, narrow, words,
      bar: this.bar,
      label: (block) => this.label(block),
      closeShelf: () => ws.getToolbox().clearSelection(),
    });
    this.drop = element('div', { class: 'blocks-drop', 'aria-hidden': 'true' }, icon(`${icons}#trash-2`), words.actRemove);
    host.append(this.drop);
    this.marks = new Marks(Blockly, ws, host, words, icons);
    this.phoneShelves = narrow ? new PhoneShelves(Blockly, ws, host, words, icons) : null;
    this.listen();
  }

  listen() {
    const { Blockly, ws, host } = this;
    const shelf = ws.getFlyout();
    const shelfWs = shelf.getWorkspace();
    const onEvent = (event) => this.onEvent(event);
    ws.addChangeListener(onEvent);
    const onShelf = (event) => {
      if (event.type === Blockly.Events.CLICK && event.targetType === 'block') {
        this.hand.take(shelfWs.getBlockById(event.blockId).getRootBlock());
      }
    };
    shelfWs.addChangeListener(onShelf);
    // With `autoClose` a click on a shelf block drops a loose copy at the shelf's own place; without, an open shelf
    // shifts the program by its width. So it is off only while the pointer goes up.
    const onUp = () => {
      shelf.setAutoClose(false);
      setTimeout(() => this.isDisposed || shelf.setAutoClose(true));
    };
    window.addEventListener('pointerup', onUp, true);
    // No frame comes in a hidden tab: what is due is told before.
    const onHide = () => document.visibilityState === 'hidden' && this.tell();
    document.addEventListener('visibilitychange', onHide);
    const resize = new ResizeObserver(() => {
      Blockly.svgResize(ws);
      this.placeBar();
    });
    resize.observe(host);
    const endTheme = onThemeChange(() => ws.setTheme(makeTheme(Blockly, this.table.categories())));
    this.unlisten = () => {
      ws.removeChangeListener(onEvent);
      shelfWs.removeChangeListener(onShelf);
      window.removeEventListener('pointerup', onUp, true);
      document.removeEventListener('visibilitychange', onHide);
      resize.disconnect();
      endTheme();
    };
  }

  onEvent(event) {
    const { Events } = this.Blockly;
    if (event.type === Events.CLICK) this.onClick(event);
    else if (event.type === Events.TOOLBOX_ITEM_SELECT) this.onShelf();
    else if (event.type === Events.BLOCK_DRAG) this.onDrag(event);
    else if (event.type === Events.FINISHED_LOADING) this.isRestarting = false;
    else if (!event.isUiEvent) this.onChange();
    this.askToTell();
  }

  onChange() {
    this.hand.programChanged();
    if (!this.hand.held) this.bar.hide();
    // What the page loaded is not news to it.
    if (!this.isRestarting) this.isChanged = true;
  }

  onClick(event) {
    if (this.hand.held) return;
    let block = event.targetType === 'block' ? this.ws.getBlockById(event.blockId) : null;
    while (block?.isShadow()) block = block.getParent();
    if (block) this.offer(block);
    else this.bar.hide();
  }

  onShelf() {
    // Blockly says that a shelf block owns its connections, which are not drawn there.
    const owners = this.host.querySelectorAll('.blocklyFlyout [role="option"][aria-owns]');
    for (const owner of owners) owner.removeAttribute('aria-owns');
    this.placeBar();
  }

  onDrag({ isStart }) {
    this.host.dataset.state = isStart ? 'dragging' : 'still';
    if (isStart && !this.hand.held) this.bar.hide();
  }

  /** Shows what can be done with a placed block. */
  offer(block) {
    if (block.type === ROOM) return;
    this.bar.show(this.label(block), actionsFor(this.Blockly, this.ws, block, this.setup.words, this.hand));
    this.placeBar();
  }

  /** Shows what can be added to a block, at its plus. */
  offerGrowth(block) {
    if (block.isInFlyout) return;
    this.bar.show(this.label(block), block.growthActions(), { isFocused: true });
    this.placeBar();
  }

  label(block) {
    if (isLocked(block)) return block.toString();
    return this.table.label(block.type) ?? this.setup.words.thisBlock;
  }

  /** The lower edge of the free workspace, for what lies over it: above toolbox and shelf. */
  placeBar() {
    const { ws, host, setup } = this;
    const [toolbox, shelf] = [ws.getToolbox(), ws.getFlyout()];
    const low = setup.narrow ? (this.phoneShelves?.isOpen ? toolbox.getHeight() : 0) + (shelf.isVisible() ? shelf.getHeight() : 0) : 0;
    host.style.setProperty('--blocks-low', `${low}px`);
    host.style.setProperty('--blocks-start', `${setup.narrow ? 0 : toolbox.getWidth()}px`);
  }

  askToTell() {
    if (this.isDue) return;
    this.isDue = true;
    requestAnimationFrame(() => this.tell());
  }

  tell() {
    this.isDue = false;
    // The end of a drag asks again.
    if (this.isDisposed || this.ws.isDragging()) return;
    const { ws } = this;
    const history = [ws.getUndoStack().length > 0, ws.getRedoStack().length > 0];
    if (history.join() !== this.history) {
      this.history = history.join();
      this.onHistory(...history);
    }
    if (!this.isChanged) return;
    this.isChanged = false;
    this.onProgram(JSON.stringify(rowsOut(ws)));
  }

  // What the page may do.

  /** Loads a program; nothing can be undone then. */
  restart(rowsJson) {
    this.isRestarting = true;
    this.isChanged = false;
    this.load(rowsJson);
    this.ws.clearUndo();
    this.askToTell();
  }

  load(rowsJson) {
    const { Blockly, ws } = this;
    const state = stateOf(JSON.parse(rowsJson), this.table);
    this.hand.drop();
    try {
      Blockly.serialization.workspaces.load(state, ws, { recordUndo: false });
    } finally {
      // After a throw Blockly leaves these as they were inside.
      Blockly.Events.setGroup(false);
      Blockly.Events.setRecordUndo(true);
      ws.setResizesEnabled(true);
    }
    document.querySelector('.blocklyComputeCanvas')?.setAttribute('aria-hidden', 'true');
  }

  undo() {
    this.ws.undo(false);
  }

  redo() {
    this.ws.undo(true);
  }

  /** @param steps 1 for larger, -1 for smaller */
  zoom(steps) {
    this.ws.zoomCenter(steps);
  }

  mark(marksJson) {
    this.marks.set(JSON.parse(marksJson));
  }

  dispose() {
    if (this.isDisposed) return;
    this.isDisposed = true;
    this.unlisten();
    this.hand.dispose();
    this.marks.dispose();
    this.phoneShelves?.dispose();
    this.bar.dispose();
    this.drop.remove();
    this.ws.dispose();
  }
}

globalThis.blocklyBridge = { open };
