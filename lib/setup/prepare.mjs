import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { findNode } from './runtime.mjs'

/** `node lib/setup/prepare.mjs`: install and build, as `npm start` does before it serves. For images, which are made once. */
await ensureInstalled()
await ensureBuilt(findNode())
