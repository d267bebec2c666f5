/** Whether the server of this container answers; for HEALTHCHECK, which knows only an exit code. */
const response = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).catch(() => null);
process.exitCode = response?.ok ? 0 : 1;
