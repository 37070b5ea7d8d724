import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import type { BrowserConnection } from './browser';
import { createCodec } from './codec';
import { handlerOf } from './ipc-main';
import { createEndpoint, prepareIsolatedWorld, prepareMainWorld } from './page-side';
import { answerScheme, realUrlOf, schemeUrlOf } from './protocol';

const WORLD = 'electron-isolated';
const NAMES = {
  main: 'electron-double:main',
  isolated: 'electron-double:isolated',
  binding: '__electronDoublePost',
  receive: '__electronDoubleReceive',
} as const;

interface PausedRequest {
  readonly requestId: string;
  readonly request: { readonly url: string; readonly method: string };
  readonly resourceType: string;
  readonly frameId: string;
}

type OpenDecision = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' };

let lastId = 0;

/** A page of the real Chromium in the place of Electron's web contents. */
export class WebContents extends EventEmitter {
  readonly id = ++lastId;
  readonly #codec = createCodec();
  readonly #preloadPath: string | null;
  readonly #opening: Promise<{ readonly page: Page; readonly session: CDPSession }>;
  #isolatedContextId: number | null = null;
  #mainFrameId = '';
  #ownNavigation: string | null = null;
  #decideOpen: OpenDecision = () => ({ action: 'allow' });

  constructor(browser: BrowserConnection, preloadPath: string | null) {
    super();
    this.#preloadPath = preloadPath;
    this.#opening = this.#open(browser);
  }

  setWindowOpenHandler(decide: OpenDecision): void {
    this.#decideOpen = decide;
  }

  /** As in Electron: to a page that is not there, nothing is sent. */
  send(channel: string, ...args: unknown[]): void {
    this.#receive({ kind: 'event', channel, args }).catch((fault: unknown) => {
      this.emit('double-fault', fault);
    });
  }

  async loadURL(url: string): Promise<void> {
    const { page } = await this.#opening;
    this.#ownNavigation = realUrlOf(url);
    await page.goto(this.#ownNavigation);
    this.emit('did-finish-load');
  }

  reload(): void {
    this.#opening
      .then(({ page }) => page.reload())
      .catch((fault: unknown) => this.emit('double-fault', fault));
  }

  getURL(): string {
    return schemeUrlOf(this.#url);
  }

  async close(): Promise<void> {
    const { page } = await this.#opening;
    await page.close();
  }

  #url = '';

  async #open(browser: BrowserConnection): Promise<{ page: Page; session: CDPSession }> {
    const context = await browser.context();
    const page = await context.newPage();
    page.on('close', () => this.emit('destroyed'));
    const session = await context.newCDPSession(page);
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.#url = frame.url();
    });
    page.on('popup', (popup) => {
      const { action } = this.#decideOpen({ url: schemeUrlOf(popup.url()) });
      if (action === 'deny') void popup.close();
    });
    session.on('Runtime.executionContextCreated', ({ context: created }) => {
      const { frameId } = (created.auxData ?? {}) as { readonly frameId?: string };
      if (created.name === WORLD && frameId === this.#mainFrameId) {
        this.#isolatedContextId = created.id;
      }
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#isolatedContextId) this.#isolatedContextId = null;
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== NAMES.binding) return;
      this.#take(payload, executionContextId).catch((fault: unknown) => {
        this.emit('double-fault', fault);
      });
    });
    session.on('Fetch.requestPaused', (paused) => {
      this.#answer(session, paused).catch((fault: unknown) => this.emit('double-fault', fault));
    });
    await session.send('Page.enable');
    const { frameTree } = await session.send('Page.getFrameTree');
    this.#mainFrameId = frameTree.frame.id;
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', {
      name: NAMES.binding,
      executionContextName: WORLD,
    });
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldSource() });
    if (this.#preloadPath !== null) {
      await session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: isolatedWorldSource(readFileSync(this.#preloadPath, 'utf8')),
        worldName: WORLD,
      });
    }
    await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    return { page, session };
  }

  /** Own schemes are answered by the app; a navigation of the page may be stopped; the rest goes on. */
  async #answer(session: CDPSession, paused: PausedRequest): Promise<void> {
    const { requestId, request, resourceType, frameId } = paused;
    const isNavigation = resourceType === 'Document' && frameId === this.#mainFrameId;
    if (isNavigation && request.url !== this.#ownNavigation) {
      let isPrevented = false;
      const event = { preventDefault: () => (isPrevented = true) };
      this.emit('will-navigate', event, schemeUrlOf(request.url));
      if (isPrevented) {
        await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
        return;
      }
    }
    const response = await answerScheme(request.url, request.method);
    if (response === null) {
      await session.send('Fetch.continueRequest', { requestId });
      return;
    }
    await session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  }

  async #take(payload: string, contextId: number): Promise<void> {
    const message = this.#codec.decode(payload) as {
      readonly kind: string;
      readonly id: number;
      readonly channel: string;
      readonly args: unknown[];
    };
    const senderFrame = { url: this.getURL(), parent: null };
    const handle = message.kind === 'invoke' ? handlerOf(message.channel) : null;
    if (contextId !== this.#isolatedContextId) return;
    try {
      if (handle === null) throw new Error(`No handler registered for '${message.channel}'`);
      const value = await handle({ sender: this, senderFrame }, ...message.args);
      await this.#receive({ kind: 'answer', id: message.id, value });
    } catch (fault) {
      const text = `Error invoking remote method '${message.channel}': ${String(fault)}`;
      await this.#receive({ kind: 'answer', id: message.id, fault: text });
    }
  }

  async #receive(message: unknown): Promise<void> {
    const { session } = await this.#opening;
    const contextId = this.#isolatedContextId;
    if (contextId === null) return;
    const text = JSON.stringify(this.#codec.encode(message));
    try {
      await session.send('Runtime.evaluate', {
        contextId,
        expression: `${NAMES.receive}(${text})`,
      });
    } catch (fault) {
      // The document went away in between, and with it whoever waited.
      if (this.#isolatedContextId === contextId) throw fault;
    }
  }
}

function mainWorldSource(): string {
  return `(() => {
    if (self !== top) return;
    (${prepareMainWorld})(globalThis, ${createEndpoint}, ${JSON.stringify(NAMES)});
  })();`;
}

/** The preload stands in the text itself: the page's content policy would forbid evaluating it. */
function isolatedWorldSource(preload: string): string {
  return `(() => {
    if (self !== top) return;
    const require = (${prepareIsolatedWorld})(
      globalThis, ${createEndpoint}, (${createCodec})(), ${JSON.stringify(NAMES)},
    );
    const module = { exports: {} };
    ((require, module, exports) => {
      ${preload}
    })(require, module, module.exports);
  })();`;
}
