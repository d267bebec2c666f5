import type { NextConfig } from 'next';

const config: NextConfig = {
  distDir: process.env.BUILD_DIRECTORY ?? '.next',
  typedRoutes: true,
  // `npm run types` checks the whole tree, tests and scripts too; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  serverExternalPackages: ['@libsql/client', 'libsql'],
  headers: async () => [
    {
      source: '/(.*)',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'same-origin' },
      ],
    },
  ],
};

export default config;
