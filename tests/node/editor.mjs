// What an editor says of program files, asked of the language server that VS Code and others run.
//
// Reads {schema, questions} as JSON and writes one answer for each question. A question has `ask`
// (marks, hover or completions), a `name`, the `text` of a file and, but for marks, a `line` and a
// `character` from 0. One process answers all of them, because starting it takes longest.

import { text as everything } from 'node:stream/consumers'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { getLanguageService } from 'yaml-language-server'

const SCHEMA = 'file:///program.schema.json'

const { schema, questions } = JSON.parse(await everything(process.stdin))
// the language server catches its own mistakes and then shows nothing
const failures = []

const editor = getLanguageService({
  // whatever a file's first line points at, it is the schema under test
  schemaRequestService: async () => JSON.stringify(schema),
  workspaceContext: { resolveRelativePath: () => SCHEMA },
  clientCapabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
  telemetry: { send() {}, sendError: (name, error) => failures.push(`${name}: ${error.message}`) },
})
editor.configure({
  validate: true,
  hover: true,
  completion: true,
  yamlVersion: '1.2',
  hoverSchemaSource: false,
  schemas: [{ uri: SCHEMA, fileMatch: ['*.yml', '*.yaml'] }],
})

const answers = {
  marks: async (file) =>
    (await editor.doValidation(file, false)).map(({ range, message }) => ({
      line: range.start.line + 1,
      message,
    })),
  hover: async (file, place) => (await editor.doHover(file, place))?.contents.value ?? '',
  completions: async (file, place) =>
    (await editor.doComplete(file, place, false)).items.map(
      ({ label, insertText, documentation }) => ({
        label,
        inserts: insertText,
        says: documentation?.value ?? documentation ?? '',
      }),
    ),
}

const said = []
for (const [index, { ask, name, text, line, character }] of questions.entries()) {
  const file = TextDocument.create(`file:///${index}/${encodeURIComponent(name)}`, 'yaml', 0, text)
  const answer = await answers[ask](file, { line, character })
  said.push({ answer, failures: failures.splice(0) })
}
process.stdout.write(JSON.stringify(said))
