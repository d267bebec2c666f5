import type { NextConfig } from 'next';

const config: NextConfig = {
  output: 'standalone',
  typedRoutes: true,
  poweredByHeader: false,
  serverExternalPackages: ['@libsql/client', 'libsql'],
  outputFileTracingIncludes: { '/*': ['./drizzle/**', './content/**', './lib/engines/embedded/weights/**'] },
};

export default config;
