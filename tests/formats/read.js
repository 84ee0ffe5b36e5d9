// Reads records from standard input with citation-js, and prints what it understood.
//   node read.js ris|bibtex|csl items         a JSON array of CSL items
//   node read.js ris|bibtex|csl bibliography  as the APA style prints them
const fs = require('fs')
const { Cite } = require('@citation-js/core')
require('@citation-js/plugin-bibtex')
require('@citation-js/plugin-csl')
require('@citation-js/plugin-ris')

const TYPES = { ris: '@ris/file', bibtex: '@biblatex/text', csl: '@else/json' }
const [format, what] = process.argv.slice(2)
const records = new Cite(fs.readFileSync(0, 'utf8'),
  { forceType: TYPES[format], generateGraph: false })
if (what === 'bibliography') {
  process.stdout.write(records.format('bibliography', { template: 'apa', lang: 'en-US' }))
} else {
  process.stdout.write(JSON.stringify(records.data))
}
