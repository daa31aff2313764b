export type { ClaudeMode, ClaudeOutcome, ClaudeReading, FallbackReason } from './claude-outcome';
export { ClaudeReader } from './claude-reader';
export type { ClaudeRequest } from './prompt';
