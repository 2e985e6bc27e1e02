// Remix's options. The Vite plugin does not look for this file by itself: vite.config.ts imports it.
/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  appDirectory: 'app',
  serverModuleFormat: 'esm',
  ignoredRouteFiles: ['**/*.test.*'],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    // Single fetch needs turbo-stream 2, which has an unfixed denial of service; lazy discovery opens `__manifest`.
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
};
