/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Characters from bytes. */
#include "config.h"

#include "gw-text-decoder.h"

#include "gw-error.h"

#include <string.h>

#define BUFFER_SIZE 65536
#define LONGEST_CHARACTER 4

typedef enum
{
  UTF8,
  UTF16_LITTLE,
  UTF16_BIG,
  WINDOWS_1252
} Encoding;

struct _GwTextDecoder
{
  GInputStream *stream;
  guint8 *buffer;
  gsize at;
  gsize n;
  guint64 n_passed;
  gboolean ended;
  gboolean started;
  Encoding encoding;
};

/* What Windows-1252 has at 0x80–0x9f; the rest is Latin-1. Unused places read as themselves. */
static const gunichar2 windows_high[32] = {
  0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

GwTextDecoder *
gw_text_decoder_new (GInputStream *stream)
{
  GwTextDecoder *self = g_new0 (GwTextDecoder, 1);

  self->stream = g_object_ref (stream);
  self->buffer = g_malloc (BUFFER_SIZE);
  return self;
}

void
gw_text_decoder_free (GwTextDecoder *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->stream);
  g_free (self->buffer);
  g_free (self);
}

static gboolean
fill (GwTextDecoder *self, gsize least, GCancellable *cancellable, GError **error)
{
  if (self->n - self->at >= least || self->ended)
    return TRUE;
  memmove (self->buffer, self->buffer + self->at, self->n - self->at);
  self->n -= self->at;
  self->at = 0;
  while (self->n < least && !self->ended)
    {
      g_autoptr (GError) problem = NULL;
      gssize got = g_input_stream_read (self->stream, self->buffer + self->n, BUFFER_SIZE - self->n,
                                        cancellable, &problem);
      if (got < 0)
        {
          gboolean stopped = g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          g_set_error_literal (error, GW_ERROR, stopped ? GW_ERROR_CANCELLED : GW_ERROR_IO,
                               problem->message);
          return FALSE;
        }
      self->ended = got == 0;
      self->n += (gsize) got;
    }
  return TRUE;
}

/* Spreadsheets that forget the mark still write Latin letters as pairs with a zero. */
static gboolean
looks_like_utf16 (const guint8 *bytes, gsize n, guint zero_at)
{
  gsize zeros = 0, others = 0;

  for (gsize i = 0; i + 1 < n && i < 200; i += 2)
    {
      zeros += bytes[i + zero_at] == 0;
      others += bytes[i + 1 - zero_at] != 0;
    }
  return zeros > 0 && zeros * 10 >= MIN (n, 200) / 2 * 8 && others == MIN (n, 200) / 2;
}

static void
detect (GwTextDecoder *self)
{
  const guint8 *bytes = self->buffer + self->at;
  gsize n = self->n - self->at;
  const char *end = NULL;

  self->encoding = UTF8;
  if (n >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    self->at += 3;
  else if (n >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0)
    {
      self->encoding = UTF16_LITTLE;
      self->at += 2;
    }
  else if (n >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0)
    {
      self->encoding = UTF16_BIG;
      self->at += 2;
    }
  else if (looks_like_utf16 (bytes, n, 1))
    self->encoding = UTF16_LITTLE;
  else if (looks_like_utf16 (bytes, n, 0))
    self->encoding = UTF16_BIG;
  else if (!g_utf8_validate_len ((const char *) bytes, n, &end))
    {
      gsize rest = n - (gsize) ((const guint8 *) end - bytes);
      /* A character cut by the buffer's end and a stray zero are no sign of another encoding. */
      if (*end != '\0' && (self->ended || rest >= LONGEST_CHARACTER))
        self->encoding = WINDOWS_1252;
    }
  self->n_passed += (guint64) ((self->buffer + self->at) - bytes);
}

static gboolean
start (GwTextDecoder *self, GCancellable *cancellable, GError **error)
{
  if (self->started)
    return TRUE;
  if (!fill (self, BUFFER_SIZE, cancellable, error))
    return FALSE;
  self->started = TRUE;
  detect (self);
  return TRUE;
}

const guint8 *
gw_text_decoder_peek_head (GwTextDecoder *self, gsize most, gsize *out_n, GCancellable *cancellable,
                           GError **error)
{
  if (!start (self, cancellable, error))
    return NULL;
  *out_n = MIN (most, self->n - self->at);
  return self->buffer + self->at;
}

static gunichar
take_windows (GwTextDecoder *self)
{
  guint8 byte = self->buffer[self->at++];

  self->n_passed++;
  return byte >= 0x80 && byte < 0xa0 ? windows_high[byte - 0x80] : byte;
}

static gunichar
take_utf8 (GwTextDecoder *self)
{
  const guint8 *bytes = self->buffer + self->at;
  gunichar character;

  if (bytes[0] < 0x80)
    {
      self->at++;
      self->n_passed++;
      return bytes[0];
    }
  character = g_utf8_get_char_validated ((const char *) bytes, (gssize) (self->n - self->at));
  if (character == (gunichar) -1 || character == (gunichar) -2)
    return take_windows (self);
  self->at += (gsize) g_unichar_to_utf8 (character, NULL);
  self->n_passed += (guint64) g_unichar_to_utf8 (character, NULL);
  return character;
}

static gunichar
take_unit (GwTextDecoder *self)
{
  const guint8 *bytes = self->buffer + self->at;
  gunichar unit;

  if (self->n - self->at < 2)
    {
      self->n_passed += self->n - self->at;
      self->at = self->n;
      return 0xfffd;
    }
  unit = self->encoding == UTF16_LITTLE ? (gunichar) (bytes[0] | bytes[1] << 8)
                                        : (gunichar) (bytes[1] | bytes[0] << 8);
  self->at += 2;
  self->n_passed += 2;
  return unit;
}

static gunichar
take_utf16 (GwTextDecoder *self)
{
  gunichar first = take_unit (self), second;

  if (first < 0xd800 || first > 0xdfff)
    return first;
  if (first > 0xdbff || self->n - self->at < 2)
    return 0xfffd;
  second = take_unit (self);
  if (second < 0xdc00 || second > 0xdfff)
    return 0xfffd;
  return 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
}

gunichar
gw_text_decoder_next (GwTextDecoder *self, GCancellable *cancellable, GError **error)
{
  if (!start (self, cancellable, error) || !fill (self, LONGEST_CHARACTER, cancellable, error))
    return GW_TEXT_DECODER_FAILED;
  if (self->at == self->n)
    return GW_TEXT_DECODER_END;
  switch (self->encoding)
    {
    case UTF8:
      return take_utf8 (self);
    case UTF16_LITTLE:
    case UTF16_BIG:
      return take_utf16 (self);
    case WINDOWS_1252:
    default:
      return take_windows (self);
    }
}

guint64
gw_text_decoder_get_n_bytes (GwTextDecoder *self)
{
  return self->n_passed;
}
