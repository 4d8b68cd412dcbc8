import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from './install.mjs'

/** The least Node that runs TypeScript as it stands and loads the database driver. */
const least = [22, 18]

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > least[0] || (major === least[0] && minor >= least[1])
}

/** The Node that package.json pins for this platform, null where the platform has no such package. */
function pinnedNode() {
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const found = path.join(root, 'node_modules', name, file)
  return existsSync(found) ? found : null
}

/**
 * Path of a Node that can run Strata: the pinned one, else the running one when it is new enough. Call it after the
 * packages are installed. Ends the process with what to install when there is neither.
 */
export function findNode() {
  const pinned = pinnedNode()
  if (pinned) return pinned
  if (isNewEnough(process.versions.node)) return process.execPath
  process.stderr.write(
    `Strata needs Node ${least.join('.')} or later and this is ${process.versions.node}. Install Node 24 from nodejs.org and run the command again.\n`,
  )
  return process.exit(1)
}

/** Whether the running Node can import Strata's TypeScript itself, so that no second process is needed. */
export function canRunHere() {
  return isNewEnough(process.versions.node)
}
