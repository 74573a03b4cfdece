// The flat table of a program, in and out of Blockly. One row a block: {id, type, fields, inputs: {NAME: id}, next, x,
// y, shadow, collapsed, comment}. What a row carries that Blockly has no place for travels in the block's `data`.
// Nothing here recurses: programs get long.

import { ROOM, UNKNOWN, UNKNOWN_VALUE, UNREAD } from './definitions.js';

const OWN = new Set(['id', 'type', 'fields', 'inputs', 'next', 'x', 'y', 'shadow', 'collapsed', 'comment']);

/** Whether a block stands for rows it keeps as they are. */
export const isLocked = (block) => [UNKNOWN, UNKNOWN_VALUE, UNREAD].includes(block.type);

/** The block itself, or the first after it that is not room for a block in hand. */
export function pastRooms(block) {
  while (block?.type === ROOM) block = block.getNextBlock();
  return block ?? null;
}

/** The program on a workspace. */
export function rowsOut(ws) {
  const rows = [];
  for (const block of ws.getAllBlocks(false)) {
    if (block.type === ROOM || block.isInsertionMarker()) continue;
    const next = pastRooms(block.getNextBlock())?.id;
    const place = block.getParent() && block.getParent().type !== ROOM ? null : placeOf(block);
    if (isLocked(block)) {
      const [row, ...inside] = keptRows(block);
      rows.push({ ...without(row, ['next', 'x', 'y']), ...(next && { next }), ...place }, ...inside);
      continue;
    }
    const kept = block.data ? JSON.parse(block.data) : {};
    const row = { ...kept, id: block.id, type: block.type, fields: { ...kept.fields }, inputs: {} };
    for (const input of block.inputList) {
      for (const field of input.fieldRow) {
        if (field.name && field.SERIALIZABLE) row.fields[field.name] = wordOf(field);
      }
      const child = pastRooms(input.connection?.targetBlock());
      if (child) row.inputs[input.name] = child.id;
    }
    Object.assign(row.fields, block.growthFields?.());
    if (next) row.next = next;
    Object.assign(row, place);
    if (block.isShadow()) row.shadow = true;
    if (block.isCollapsed()) row.collapsed = true;
    const comment = block.getCommentText();
    if (comment) row.comment = comment;
    rows.push(row);
  }
  return rows;
}

/** The rows that a locked block keeps, under ids of their own when it is a copy. */
function keptRows(block) {
  const rows = JSON.parse(block.data);
  if (rows[0].id === block.id) return rows;
  const ids = new Map(rows.map(({ id }, index) => [id, index ? `${block.id} ${index}` : block.id]));
  const anew = (id) => ids.get(id) ?? id;
  return rows.map((row) => ({
    ...row,
    id: anew(row.id),
    ...(row.inputs && { inputs: Object.fromEntries(Object.entries(row.inputs).map(([name, id]) => [name, anew(id)])) }),
    ...(row.next && { next: anew(row.next) }),
  }));
}

/** Variables are saved by name; Blockly's ids of them are its own. */
const wordOf = (field) => field.getVariable?.()?.getName() ?? field.getValue();

function placeOf(block) {
  const { x, y } = block.getRelativeToSurfaceXY();
  return { x: Math.round(x), y: Math.round(y) };
}

function without(object, keys) {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

/** Blockly's JSON for a program. Objects are linked, never built by recursion. */
export function stateOf(rows, table) {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const { parents, inValue } = linksOf(rows, byId, table);
  const locked = new Map();
  const swallowed = new Set();
  for (const row of rows) {
    if (!swallowed.has(row.id) && !isWhole(row, table)) locked.set(row.id, insideOf(row, byId, swallowed));
  }
  const states = new Map();
  for (const row of byId.values()) {
    if (swallowed.has(row.id)) continue;
    const inside = locked.get(row.id);
    states.set(row.id, inside ? lockedState(row, inside, inValue.has(row.id), table.unread) : blockState(row, table));
  }
  const top = [];
  for (const row of byId.values()) {
    const state = states.get(row.id);
    if (!state) continue;
    const isChild = (id, place) => states.has(id) && parents.get(id)?.row === row && parents.get(id).place === place;
    if (row.next && isChild(row.next, 'next')) state.next = { block: states.get(row.next) };
    if (!locked.has(row.id)) fillSockets(row, state, states, byId, table, isChild);
    const parent = parents.get(row.id)?.row;
    // The shadow of a socket that is not there would be loaded as a loose block.
    if (!(parent && states.has(parent.id)) && !isBareShadow(row)) top.push(Object.assign(state, { x: row.x ?? 0, y: row.y ?? 0 }));
  }
  return { blocks: { languageVersion: 0, blocks: top } };
}

/** Who holds whom; each block is held once. (The page has seen to it that nothing holds itself.) */
function linksOf(rows, byId, table) {
  const parents = new Map();
  const inValue = new Set();
  const hold = (row, place, id) => {
    if (!byId.has(id) || parents.has(id)) return;
    parents.set(id, { row, place });
    if (place !== 'next' && table.inputKind(row.type, place) !== 'stack') inValue.add(id);
  };
  for (const row of rows) {
    for (const [name, id] of Object.entries(row.inputs ?? {})) hold(row, name, id);
    if (row.next) hold(row, 'next', row.next);
  }
  return { parents, inValue };
}

/** Whether this table knows the block and everything it holds. */
function isWhole(row, table) {
  return table.knows(row.type) && Object.keys(row.inputs ?? {}).every((name) => table.inputKind(row.type, name));
}

const isBareShadow = (row) => row.shadow && !row.next && !Object.keys(row.inputs ?? {}).length;

/** The rows inside a block that is not known; they stay with it. */
function insideOf(row, byId, swallowed) {
  const inside = [];
  const waiting = Object.values(row.inputs ?? {});
  while (waiting.length) {
    const child = byId.get(waiting.pop());
    if (!child || child === row || swallowed.has(child.id)) continue;
    swallowed.add(child.id);
    inside.push(child);
    waiting.push(...Object.values(child.inputs ?? {}));
    if (child.next) waiting.push(child.next);
  }
  return inside;
}

function lockedState(row, inside, isValue, unread) {
  const state = { type: isValue ? UNKNOWN_VALUE : UNKNOWN, id: row.id, data: JSON.stringify([row, ...inside]) };
  if (row.type === unread.type) {
    // It may be taken away: what it says is on it.
    return { ...state, type: UNREAD, fields: { NAME: String(row.fields?.[unread.field] ?? '') }, editable: false };
  }
  return { ...state, fields: { NAME: row.type }, deletable: false, movable: false, editable: false };
}

/** The state of one block, without what stands in it. Rows of the shelf have the same shape. */
export function blockState(row, table) {
  const fields = {};
  const kept = without(row, [...OWN]);
  for (const [name, value] of Object.entries(row.fields ?? {})) {
    const state = table.fieldState(row.type, name, value);
    if (state !== undefined) fields[name] = state;
    else if (!isCount(table, row.type, name)) (kept.fields ??= {})[name] = value;
  }
  const state = { type: row.type, fields };
  if (row.id !== undefined) state.id = row.id;
  if (Object.keys(kept).length) state.data = JSON.stringify(kept);
  const growth = table.growth(row.type, row.fields ?? {}, row.inputs ?? {});
  if (growth) state.extraState = growth;
  if (row.collapsed) state.collapsed = true;
  if (row.comment) state.icons = { comment: { text: row.comment, pinned: false, height: 80, width: 160 } };
  return state;
}

const isCount = (table, type, name) => table.argument(type, name)?.kind === 'count';

function fillSockets(row, state, states, byId, table, isChild) {
  const inputs = {};
  for (const [name, id] of Object.entries(row.inputs ?? {})) {
    if (isChild(id, name)) inputs[name] = { [isBareShadow(byId.get(id)) ? 'shadow' : 'block']: states.get(id) };
  }
  const names = [...table.sockets(row.type).map((socket) => socket.name), ...Object.keys(inputs)];
  for (const name of names) {
    // A socket for a number is never empty: what covers its usual number may be taken away.
    const shadow = !inputs[name]?.shadow && table.shadow(row.type, name);
    if (shadow) (inputs[name] ??= {}).shadow = shadow;
  }
  if (Object.keys(inputs).length) state.inputs = inputs;
}
