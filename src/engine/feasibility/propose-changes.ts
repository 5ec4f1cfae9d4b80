import type { Diagnostic } from '../../domain/diagnostic.js';
import type { Module } from '../../domain/module.js';
import type { HardRule } from './hard-rule.js';
import type { Obstacle } from './obstacle.js';

export function proposeChanges(_module: Module, _hard: readonly HardRule[], obstacles: readonly Obstacle[]): readonly Diagnostic[] {
  return obstacles.map(({ reason }) => reason);
}
