# syntax=docker/dockerfile:1

# The build, with everything it needs.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /build
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY app app
COPY components components
COPY content content
COPY drizzle drizzle
COPY lib lib
COPY prompts prompts
COPY public public
COPY scripts scripts
COPY instrumentation.ts instrumentation-client.ts next.config.ts postcss.config.mjs proxy.ts tsconfig.json ./
RUN node scripts/build-image.ts /image

# What runs: Node, the server with exactly the packages it needs, the tools for backups. No compiler, no npm cache.
FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 NEXT_MANUAL_SIG_HANDLE=1 \
    HOSTNAME=0.0.0.0 PORT=3000 DATA_DIRECTORY=/data
RUN mkdir /data && chown 10001:10001 /data
WORKDIR /srv
COPY --from=build /image ./
USER 10001:10001
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "scripts/check-health.ts"]
CMD ["node", "server.js"]
