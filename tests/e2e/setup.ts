import type { TestProject } from 'vitest/node';
import { startServer } from './support/server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    address: string;
  }
}

/** One server for every test that does not kill it. */
export default async function setup({ provide }: TestProject) {
  const server = await startServer();
  provide('address', server.address);
  return server.remove;
}
