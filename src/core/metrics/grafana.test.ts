import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('the Grafana dashboard asks only for figures that exist', () => {
  const folder = import.meta.dirname;
  const dashboard = readFileSync(
    join(folder, '..', '..', '..', 'resources', 'grafana', 'storebridge.json'),
    'utf8',
  );
  const source = readFileSync(join(folder, 'prometheus.ts'), 'utf8');
  const asked = new Set(dashboard.match(/storebridge_\w+/g) ?? []);
  expect(asked.size).toBeGreaterThan(9);
  const missing = [...asked].filter(
    (name) => !source.includes(`'${name.replace(/_bucket$/, '')}'`),
  );
  expect(missing).toEqual([]);
});
