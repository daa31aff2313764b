import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { ID_PATTERN, ID_RULE } from '../../config';

const ID_MESSAGE = { message: `$property ${ID_RULE}` };
const QUESTIONS = ['budget', 'area', 'financing', 'timeline', 'motivation', 'condition', 'price', 'booking'] as const;

class ContactText {
  @ApiProperty()
  @Matches(ID_PATTERN, ID_MESSAGE)
  contact_id!: string;

  @ApiProperty()
  @Matches(ID_PATTERN, ID_MESSAGE)
  location_id!: string;

  @ApiProperty({ description: 'What the contact wrote.' })
  @IsString()
  @Matches(/[^\s\u200b-\u200d\u2060\ufeff]/, { message: 'message must not be blank' })
  @MaxLength(10_000)
  message!: string;
}

/** Body of `POST /analyze-lead`. */
export class AnalyzeLeadRequest extends ContactText {
  @ApiPropertyOptional({ description: 'What is known of the contact, as the CRM has it: firstName, tags.' })
  @IsOptional()
  @IsObject()
  contact_data?: Record<string, unknown>;

  @ApiPropertyOptional({ description: 'true: ask Claude anew, not what it said five minutes ago.' })
  @IsOptional()
  @IsBoolean()
  force_ai_analysis?: boolean;

  @ApiPropertyOptional({ enum: ['lead', 'buyer', 'seller'] })
  @IsOptional()
  @IsIn(['lead', 'buyer', 'seller'])
  bot_type?: 'lead' | 'buyer' | 'seller';

  @ApiPropertyOptional({ enum: QUESTIONS, description: 'What the bot had asked; decides what "600" or "yes" means.' })
  @IsOptional()
  @IsIn(QUESTIONS)
  pending_question?: (typeof QUESTIONS)[number];

  @ApiPropertyOptional({ description: 'true: change nothing anywhere.' })
  @IsOptional()
  @IsBoolean()
  dry_run?: boolean;
}

/** Body of `POST /agent/process-lead`. */
export class ProcessLeadRequest extends ContactText {
  @ApiPropertyOptional({ enum: ['auto', 'lead', 'seller'], default: 'auto' })
  @IsOptional()
  @IsIn(['auto', 'lead', 'seller'])
  process_type: 'auto' | 'lead' | 'seller' = 'auto';
}

/** Path of the routes about one contact. */
export class ContactPath {
  @ApiProperty()
  @Matches(ID_PATTERN, ID_MESSAGE)
  contactId!: string;
}

/** Query of the routes about one contact; needed only when the contact id is known in several locations. */
export class LocationQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @Matches(ID_PATTERN, ID_MESSAGE)
  location_id?: string;
}

/** Query of `GET /conversations`. */
export class PageQuery {
  @ApiPropertyOptional({ default: 1, minimum: 1 })
  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  page = 1;

  @ApiPropertyOptional({ default: 50, minimum: 1, maximum: 200 })
  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsInt()
  @Min(1)
  @Max(200)
  page_size = 50;
}
