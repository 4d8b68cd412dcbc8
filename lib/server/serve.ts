import { keepCompiled } from './keep-compiled.ts'

/** `node lib/server/serve.ts`: serve the built site on HOST and PORT (serving.ts), the pages drawn by processes that start first. */
keepCompiled()
// Each is loaded after the one before, so that the process that draws starts beside the rest.
await import('./drawing-at-start.ts')
await import('./serving.ts')
