// What blocks and shelves look like: the colours of the page's tokens, zelos shapes with our spacing and rings, and
// our tiles in Blockly's own toolbox (which brings the tree role, the keys and the announcements).

import { hatStyleOf, NUMERAL_STYLE, styleOf, UNKNOWN_STYLE, UNREAD_STYLE } from './definitions.js';

const SVG = 'http://www.w3.org/2000/svg';

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export function svg(tag, attributes, parent) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent?.append(element);
  return element;
}

/** A colour of the token, with some black in it. Both as #rrggbb. */
function darker(hex, share) {
  const channel = (at) => Math.round(parseInt(hex.slice(at, at + 2), 16) * (1 - share)).toString(16).padStart(2, '0');
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** The theme of the tokens as they are now; made again when the page turns dark or light. */
export function makeTheme(Blockly, categories) {
  const blockStyles = {};
  for (const category of categories) {
    const colour = token(`--block-${category}`);
    const style = { colourPrimary: colour, colourSecondary: darker(colour, 0.2), colourTertiary: darker(colour, 0.26) };
    blockStyles[styleOf(category)] = style;
    blockStyles[hatStyleOf(category)] = { ...style, hat: 'cap' };
  }
  blockStyles[NUMERAL_STYLE] = { colourPrimary: '#ffffff', colourSecondary: '#ffffff', colourTertiary: token('--line-strong') };
  blockStyles[UNKNOWN_STYLE] = { colourPrimary: '#6b7178', colourSecondary: '#6b7178', colourTertiary: '#4f555c' };
  const [amber, sunk] = [token('--amber-soft'), token('--sheet-sunk')];
  blockStyles[UNREAD_STYLE] = { colourPrimary: amber, colourSecondary: amber, colourTertiary: token('--amber') };
  return Blockly.Theme.defineTheme(`fabrique-${Date.now()}`, {
    name: 'fabrique',
    blockStyles,
    categoryStyles: {},
    startHats: false,
    // Points: 12 pt are 16 px.
    fontStyle: { family: token('--font-text'), weight: '600', size: 12 },
    componentStyles: {
      workspaceBackgroundColour: token('--sheet'),
      toolboxBackgroundColour: sunk,
      toolboxForegroundColour: token('--ink'),
      flyoutBackgroundColour: sunk,
      flyoutForegroundColour: token('--ink'),
      flyoutOpacity: 1,
      scrollbarColour: token('--line-strong'),
      scrollbarOpacity: 0.6,
      insertionMarkerColour: token('--blue'),
      insertionMarkerOpacity: 0.35,
      cursorColour: token('--blue'),
      selectedGlowColour: token('--blue'),
    },
  });
}

/** Calls back when the page's theme changes; returns what ends it. */
export function onThemeChange(callback) {
  const chosen = new MutationObserver(callback);
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', callback);
  return () => {
    chosen.disconnect();
    system.removeEventListener('change', callback);
  };
}

/** Space before and after the words of a statement, in workspace units; zelos has 8. */
const WORD_MARGIN = 14;

/** What opens a list of choices. */
const CHEVRON = 'data:image/svg+xml,' + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"><path d="m5 9 7 7 7-7"/></svg>',
);

/** Registers renderer and toolbox rows. Once a page: Blockly's registries are global. */
export function registerLook(Blockly) {
  // A ring is a copy of the block's outline under it. `setPath` is called at each render, so it never goes stale.
  class RingedPath extends Blockly.zelos.PathObject {
    rings = new Map();
    setPath(path) {
      super.setPath(path);
      for (const ring of this.rings.values()) for (const line of ring.children) line.setAttribute('d', path);
    }
    ring(kind, isOn) {
      const ring = this.rings.get(kind);
      if (isOn === Boolean(ring)) return;
      if (ring) {
        ring.remove();
        this.rings.delete(kind);
        return;
      }
      const group = svg('g', { class: 'blocks-ring', 'data-kind': kind, 'aria-hidden': 'true' });
      const d = this.svgPath.getAttribute('d') ?? '';
      svg('path', { d }, group);
      svg('path', { d, class: 'blocks-ring-gap' }, group);
      this.svgRoot.insertBefore(group, this.svgPath);
      this.rings.set(kind, group);
    }
    updateSelected(isOn) {
      this.setClass_('blocklySelected', isOn);
      this.ring('selected', isOn);
    }
  }

  class Measures extends Blockly.zelos.ConstantProvider {
    FIELD_DROPDOWN_SVG_ARROW_DATAURI = CHEVRON;
  }

  class Spacing extends Blockly.zelos.RenderInfo {
    getInRowSpacing_(before, after) {
      const space = super.getInRowSpacing_(before, after);
      return (!before || !after) && space === 8 && !this.outputConnection ? WORD_MARGIN : space;
    }
  }

  class Renderer extends Blockly.zelos.Renderer {
    makeRenderInfo_(block) {
      return new Spacing(this, block);
    }
    makeConstants_() {
      return new Measures();
    }
    makePathObject(root, style) {
      return new RingedPath(root, style, this.getConstants());
    }
  }
  Blockly.blockRendering.register('fabrique', Renderer);

  class Shelf extends Blockly.ToolboxCategory {
    createIconDom_() {
      const { tile, icon } = this.toolboxItemDef_;
      const element = document.createElement('span');
      element.className = 'blocks-tile';
      element.style.setProperty('--tile', `var(--block-${tile})`);
      svg('use', { href: icon }, svg('svg', { class: 'icon', 'aria-hidden': 'true' }, element));
      return element;
    }
    addColourBorder_() {}
  }
  const { TOOLBOX_ITEM } = Blockly.registry.Type;
  Blockly.registry.register(TOOLBOX_ITEM, Blockly.ToolboxCategory.registrationName, Shelf, true);
}
