/** Puts our style sheet into the open shadow roots with mentions. */

interface ShadowStyles {
  /** Put the sheet into the shadow root around a node, once. Does nothing outside shadow trees. */
  adopt(node: Node): void;
  /** Remove the sheet from all roots. */
  release(): void;
  readonly roots: ReadonlySet<ShadowRoot>;
}

/**
 * Manage a sheet for shadow roots. It is loaded for the first root.
 *
 * Firefox, unlike Chromium, does not inherit `::highlight` rules into shadow trees, and rules for
 * elements reach into them in neither. Roots that have left the document are forgotten.
 *
 * @param readCss - Reads the text of `mentions.css`; if it rejects, the roots stay without styles.
 */
export function createShadowStyles(readCss: () => Promise<string>): ShadowStyles {
  const roots = new Set<ShadowRoot>();
  let sheet: CSSStyleSheet | undefined;

  function leave(root: ShadowRoot): void {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    roots.delete(root);
  }
  async function fill(empty: CSSStyleSheet): Promise<void> {
    try {
      empty.replaceSync(await readCss());
    } catch {
      // The background is restarting: the next root asks again.
      sheet = undefined;
    }
  }

  return {
    roots,
    adopt(node) {
      const root = node.getRootNode();
      if (!isShadowRoot(root) || roots.has(root)) return;
      for (const other of roots) if (!other.isConnected) leave(other);
      if (!sheet) {
        sheet = new CSSStyleSheet();
        void fill(sheet);
      }
      roots.add(root);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    },
    release() {
      for (const root of roots) leave(root);
    },
  };
}

const isShadowRoot = (node: Node): node is ShadowRoot =>
  node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
