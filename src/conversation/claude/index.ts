export { ClaudeClient } from './claude-client';
export type { ClaudeFault } from './claude-client';
export type { ClaudeMode, ClaudeOutcome, ClaudeReading, ClaudeRequest, FallbackReason } from './claude-outcome';
export { ClaudeReader } from './claude-reader';
