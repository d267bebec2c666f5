import { defineConfig } from 'drizzle-kit';

export default defineConfig({ dialect: 'turso', schema: './lib/db/schema.ts', out: './drizzle' });
