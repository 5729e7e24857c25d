import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IsCountry, IsSubdivision } from '../../../../platform/http/dto/validators';
import { DETENTION_TYPES, type DetentionType } from '../../domain/detention-type';
import { NOTICE_CHANNELS, WISHES, type NoticeChannel, type Wish } from '../../domain/notice';
import { OFFENCE_GROUPS, type OffenceGroup } from '../../domain/offence';
import { OPEN_STAGES, type OpenStage } from '../../domain/stage';
