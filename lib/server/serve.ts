import { keepCompiled } from './keep-compiled.ts'

/** `node lib/server/serve.ts`: serve the built site on HOST and PORT (serving.ts). */
keepCompiled()
await import('./serving.ts')
