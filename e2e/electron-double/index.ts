import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Net, SafeStorage } from 'electron';
import './control';
import { protocol } from './protocol';

export { app } from './app';
export { BrowserWindow } from './browser-window';
export { dialog } from './dialog';
export { ipcMain } from './ipc-main';
export { Menu, MenuItem } from './menu';
export { screen } from './screen';
export { shell } from './shell';
export { nativeImage, Tray } from './tray';
export { utilityProcess } from './utility-process';
export { protocol };

export const powerMonitor = new EventEmitter();

export const net = { isOnline: (): boolean => true } satisfies Pick<Net, 'isOnline'>;

export const session = {
  defaultSession: {
    protocol,
    setPermissionRequestHandler: (): void => undefined,
    setPermissionCheckHandler: (): void => undefined,
  },
};

const key = createHash('sha256').update('electron-double').digest();

/** Encrypts for real, with a key that is no secret: enough to see that nothing is stored in the clear. */
export const safeStorage = {
  isEncryptionAvailable: (): boolean => true,
  encryptString: (text: string): Buffer => {
    const start = randomBytes(16);
    const cipher = createCipheriv('aes-256-cbc', key, start);
    return Buffer.concat([start, cipher.update(text, 'utf8'), cipher.final()]);
  },
  decryptString: (encrypted: Buffer): string => {
    const decipher = createDecipheriv('aes-256-cbc', key, encrypted.subarray(0, 16));
    return Buffer.concat([decipher.update(encrypted.subarray(16)), decipher.final()]).toString();
  },
} satisfies Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'>;

/** As on a system without a notification service. */
export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return false;
  }
  show(): void {
    throw new Error('a notification was shown where none can be');
  }
}
