export { ClaudeClient } from './claude-client';
export type { ClaudeFault } from './claude-client';
export type { ClaudeReading, ClaudeRequest } from './claude-outcome';
export { ClaudeReader } from './claude-reader';
