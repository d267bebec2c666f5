import type { NextConfig } from 'next';
import { dataPolicy, permissionsPolicy } from './lib/http/content-security-policy.ts';

const config: NextConfig = {
  distDir: process.env.BUILD_DIRECTORY ?? '.next',
  // For an image: the build with exactly the packages it needs, and what is read from files while it runs.
  ...(process.env.STANDALONE ? { output: 'standalone' as const } : {}),
  outputFileTracingIncludes: {
    '/*': ['./content/**', './drizzle/**', './prompts/**', './lib/engines/embedded/weights/**'],
  },
  outputFileTracingExcludes: { '/*': ['./data/**', './docs/**', './evals/**', './tests/**', './.git/**'] },
  typedRoutes: true,
  // `npm run types` checks the whole tree, tests and scripts too; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // No page has a picture that would have to be made smaller: the endpoint that does so stays shut.
  images: { unoptimized: true },
  serverExternalPackages: ['@libsql/client', 'libsql', '@opentelemetry/api', '@opentelemetry/sdk-node'],
  headers: async () => [
    {
      source: '/(.*)',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: permissionsPolicy },
      ],
    },
    {
      source: '/(.*)',
      // Only a proxy that speaks https to the browser can promise that it will go on doing so.
      has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }],
      headers: [{ key: 'Strict-Transport-Security', value: 'max-age=63072000' }],
    },
    ...['/api/(.*)', '/_next/static/(.*)', '/healthz', '/readyz'].map((source) => ({
      source,
      headers: [{ key: 'Content-Security-Policy', value: dataPolicy }],
    })),
  ],
};

export default config;
