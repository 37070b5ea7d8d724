import type { MenuItemConstructorOptions } from 'electron';

/** Roles that the product may use; Electron knows more, an unknown one is a mistake here. */
const ROLES = new Set([
  'about',
  'close',
  'copy',
  'cut',
  'front',
  'help',
  'hide',
  'hideOthers',
  'minimize',
  'paste',
  'redo',
  'reload',
  'resetZoom',
  'selectAll',
  'services',
  'toggleDevTools',
  'togglefullscreen',
  'undo',
  'unhide',
  'window',
  'zoom',
  'zoomIn',
  'zoomOut',
]);
const ACCELERATOR = /^(?:(?:CmdOrCtrl|CommandOrControl|Shift|Alt)\+)*(?:[A-Z0-9]|[/,]|F\d{1,2})$/;

/** One line of a menu as it was built. */
export class MenuItem {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly role: string | null;
  readonly accelerator: string | null;
  readonly enabled: boolean;
  checked: boolean;
  readonly submenu: Menu | null;
  readonly #click: MenuItemConstructorOptions['click'];

  constructor(options: MenuItemConstructorOptions) {
    const { id, label, type, role, accelerator, enabled, checked, submenu, click } = options;
    if (role !== undefined && !ROLES.has(role)) throw new Error(`unknown menu role: ${role}`);
    if (typeof accelerator === 'string' && !ACCELERATOR.test(accelerator)) {
      throw new Error(`unknown accelerator: ${accelerator}`);
    }
    if (type !== 'separator' && role === undefined && (label ?? '') === '') {
      throw new Error('a menu item has neither a label nor a role');
    }
    this.id = id ?? '';
    this.label = label ?? '';
    this.type = type ?? (submenu === undefined ? 'normal' : 'submenu');
    this.role = role ?? null;
    this.accelerator = accelerator ?? null;
    this.enabled = enabled ?? true;
    this.checked = checked ?? false;
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : null;
    this.#click = click;
  }

  /** As a person's press: what is disabled does nothing. */
  press(): void {
    if (!this.enabled) throw new Error(`the menu item ${this.id} is disabled`);
    if (this.#click === undefined) throw new Error(`the menu item ${this.id} does nothing`);
    this.#click(this as never, undefined, {} as never);
  }
}

let applicationMenu: Menu | null = null;

/** Electron's `Menu`, without being drawn. */
export class Menu {
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): Menu {
    const menu = new Menu();
    menu.items.push(...template.map((options) => new MenuItem(options)));
    const ids = menu.all().flatMap(({ id }) => (id === '' ? [] : [id]));
    if (new Set(ids).size < ids.length) throw new Error('two menu items have the same id');
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }

  getMenuItemById(id: string): MenuItem | null {
    return this.all().find((item) => item.id === id) ?? null;
  }

  /** Every item, those of submenus after their own. */
  all(): readonly MenuItem[] {
    return this.items.flatMap((item) => [item, ...(item.submenu?.all() ?? [])]);
  }
}
