/** Explains the data folder to whoever opens it; `data/README.md` is the same. */
export const DATA_README = `# What lies here

The data of Jorge Bots (\`DATA_DIR\`). One process at a time works on it (\`.lock\`, \`.lock-holder.json\`).

| file | what it is |
|---|---|
| \`conversations/<contact_id>_<location_id>.json\` | one conversation, readable: history with the reason for every reply, preferences, score |
| \`journal/<number>.log\` | the record of all that must not be lost: accepted events, texts on their way, changes of conversations, how long texts waited; a checksummed line each; do not edit |
| \`journal/<number>.done\` | the same, no longer needed but to rebuild damaged files; deleted after \`GHL_WEBHOOK_IDEMPOTENCY_TTL_SECONDS\` |
| \`webhook_idempotency.json\` | every event id of that time and its state |
| \`catch-up.json\` | until when the CRM's message list has been looked through |
| \`growth/outcomes.jsonl\` | who took part in which growth experiment and what came of it: an outcome per line, in order; the newest stand in the journal until it is tidied up |
| \`*.corrupt-<time>\` | a file that could not be read, set aside for you |
| \`*.tmp\` | a write that a crash cut off; removed at the next start |
`;
