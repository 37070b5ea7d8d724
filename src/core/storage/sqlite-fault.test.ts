import { expect, it } from 'vitest';
import { diskFaultOf, mapSqliteFault } from './sqlite-fault';

const CASES = [
  ['SQLITE_FULL', 'STORAGE_FULL'],
  ['SQLITE_IOERR_WRITE', 'STORAGE_FULL'],
  ['ENOSPC', 'STORAGE_FULL'],
  ['SQLITE_READONLY', 'STORAGE_READ_ONLY'],
  ['SQLITE_READONLY_DBMOVED', 'STORAGE_READ_ONLY'],
  ['SQLITE_CANTOPEN', 'STORAGE_READ_ONLY'],
  ['EACCES', 'STORAGE_READ_ONLY'],
  ['SQLITE_CORRUPT', 'STORAGE_DAMAGED'],
  ['SQLITE_CORRUPT_VTAB', 'STORAGE_DAMAGED'],
  ['SQLITE_NOTADB', 'STORAGE_DAMAGED'],
  ['SQLITE_BUSY', 'STORAGE_BUSY'],
  ['SQLITE_BUSY_SNAPSHOT', 'STORAGE_BUSY'],
  ['SQLITE_IOERR_READ', 'STORAGE_FAULT'],
  ['SQLITE_CONSTRAINT_CHECK', 'STORAGE_FAULT'],
] as const;

for (const [code, expected] of CASES) {
  it(`tells ${code} as ${expected} and keeps its cause`, () => {
    const cause = Object.assign(new Error('as SQLite says it'), { code });
    const fault = mapSqliteFault(cause, '/data/storebridge.sqlite');
    expect(fault.code).toBe(expected);
    expect(fault.cause).toBe(cause);
    expect(fault.params.path).toBe('/data/storebridge.sqlite');
  });
}

it('tells a fault of another kind with its words', () => {
  expect(mapSqliteFault(new Error('closed'), 'x').params.problem).toBe('closed');
  expect(mapSqliteFault('odd', 'x').params.problem).toBe('odd');
});

it('knows a full disk wherever it is met, and takes nothing else for one', () => {
  const fault = (code: string) => Object.assign(new Error(code), { code });
  expect(diskFaultOf(fault('ENOSPC'), '/data')?.code).toBe('STORAGE_FULL');
  expect(diskFaultOf(fault('EROFS'), '/data')?.code).toBe('STORAGE_READ_ONLY');
  expect(diskFaultOf(fault('ENOENT'), '/data')).toBeNull();
  expect(diskFaultOf(new TypeError('x'), '/data')).toBeNull();
});
