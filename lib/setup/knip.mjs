/**
 * What nothing else names but is used all the same, for `knip`, which finds exports, files and packages that nothing
 * uses: commands, what runs as a process or thread of its own, and what a page loads by its address.
 *
 * @type {import('knip').KnipConfig}
 */
export default {
  entry: [
    'public/*.js',
    'e2e/readme-screenshot.ts',
    'lib/{cli/read,import/import,keeping/backup,keeping/restore,keeping/move,assistant/stdio,attack/attack,sentences/write-sentences,tape/write-schemas}.ts',
    'lib/bench/{bench,print-exhibit-memory,print-peak-memory,print-reading-time,print-parquet-figures,upload-file}.ts',
    'lib/fixtures/write-*.ts',
    'lib/fixtures/ablation/{vitest.config,note-read,switch-rules,try-rules}.ts',
    'lib/export/{pack-worker,parquet/parquet-worker,png/png-worker}.ts',
    'lib/export/evidence-pack/verify.mjs',
    'lib/library/{write-worker,engines/sqlite/check-worker}.ts',
    'lib/server/{serve,drawing-process,end-with-parent}.ts',
    // Processes of tests.
    'lib/testing/{invented-drawer,invented-pool,invented-uploads,reserve-turns,stand-in-server}.ts',
    'lib/setup/*.mjs',
  ],
  ignoreBinaries: ['pg_config', 'prlimit', 'soffice'],
  // Fonts are named by the paths of their files.
  ignoreDependencies: [/^@fontsource/],
  // Style sheets that others import: `@import "./a.css" layer(b);`
  compilers: { css: text => (text.match(/(?<=@)import "[^"]+"/g) ?? []).join('\n') },
}
