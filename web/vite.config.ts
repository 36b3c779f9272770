import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// One script and one sheet under names that stay: the bundle is committed, and changes of it can be read.
export default defineConfig({
  base: "/static/",
  plugins: [svelte()],
  build: {
    outDir: "../src/fogline/server/static",
    emptyOutDir: true,
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rollupOptions: {
      output: {
        entryFileNames: "board.js",
        chunkFileNames: "board-[name].js",
        assetFileNames: "board.[ext]",
        codeSplitting: false,
      },
    },
  },
});
