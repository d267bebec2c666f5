import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getTableColumns, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { ownerTables } from '#lib/db/owned.ts';
import * as schema from '#lib/db/schema.ts';

const folder = path.resolve('lib/db');

/** Read, or written, whoever's it is; each looked at by a person. */
const reviewed: Record<string, string> = {
  'events.ts update interviews': 'by the id of an interview that its owner has opened',
  'usage.ts from interviews': 'finds the owner a request to a model counts for',
  'usage.ts from usage': 'sums for budgets; lists by the id of an interview that its owner has opened',
  'interviews.ts update usage': 'takes the id of an interview out that its owner has just deleted',
};

/** Those whose very purpose is to deal with owners as a whole. */
const acrossOwners = ['delete-owner.ts', 'merge-owner.ts', 'retention.ts'];

test('every table with an owner is known as one', () => {
  const owned = Object.entries(schema)
    .filter(([, table]) => is(table, SQLiteTable) && 'ownerId' in getTableColumns(table))
    .map(([name]) => name);
  expect(Object.keys(ownerTables).sort()).toEqual(owned.sort());
});

test('no query reads or changes a table with an owner without saying whose, by the one helper', () => {
  const found = new Set<string>();
  for (const file of readdirSync(folder)) {
    if (acrossOwners.includes(file) || file.includes('schema') || file === 'owned.ts') continue;
    const source = readFileSync(path.join(folder, file), 'utf8');
    const compares = source.match(/\beq\(\s*\w+\.ownerId/g) ?? [];
    // Of usage only sums leave the store: see below.
    expect(compares, `${file} compares an owner itself`).toHaveLength(file === 'usage.ts' ? 1 : 0);
    const helpers = [...source.matchAll(/const (\w+) = \([^=]*=>\s*ownedBy\(/g)].map(([, name]) => name);
    const scoped = new RegExp(`\\b(${['ownedBy', ...helpers].join('|')})\\(`);
    for (const [statement, verb, table] of source.matchAll(
      /\b(from|innerJoin|leftJoin|update|delete|\$count)[( ](?:\$\{)?(\w+)[^;]*?;/g,
    )) {
      if (!table || !(table in ownerTables) || scoped.test(statement)) continue;
      found.add(`${file} ${verb} ${table}`);
    }
  }
  expect([...found].sort()).toEqual(Object.keys(reviewed).sort());
});
