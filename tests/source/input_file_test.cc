#include "engine/source/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include <thread>

#include "engine/base/digest.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/source/gzip.h"
#include "tests/source/temporary_file.h"

namespace tranche {
namespace {

using ::testing::HasSubstr;

// Text that does not compress to nothing.
std::string Text(std::size_t size) {
  std::string text;
  for (unsigned i = 0; text.size() < size; ++i) text += std::to_string(i * 2654435761u) + ",x\n";
  text.resize(size);
  return text;
}

std::string Zstd(std::string_view plain) {
  std::string packed(ZSTD_compressBound(plain.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), plain.data(), plain.size(), 3));
  return packed;
}

absl::StatusOr<std::string> ReadAll(InputFile& input, std::size_t piece = 10000) {
  auto stream = input.OpenStream();
  if (!stream.ok()) return stream.status();
  std::string all;
  std::string buffer(piece, '\0');
  for (;;) {
    const absl::StatusOr<std::size_t> got = (*stream)->Read(buffer.data(), buffer.size());
    if (!got.ok()) return got.status();
    if (*got == 0) return all;
    all.append(buffer, 0, *got);
  }
}

absl::StatusOr<std::string> ReadFile(std::string_view content, std::size_t piece = 10000) {
  const TemporaryFile file(content);
  auto input = InputFile::Open(file.path());
  if (!input.ok()) return input.status();
  return ReadAll(**input, piece);
}

TEST(InputFile, MayBeBytesInMemory) {
  const std::string packed = Gzip("a,b\n1,2\n");
  const auto input = InputFile::OfBytes("t.csv", packed);
  ASSERT_TRUE(input.ok());
  EXPECT_EQ((*input)->compression(), Compression::kGzip);
  EXPECT_EQ((*input)->size_bytes(), packed.size());
  EXPECT_EQ(ReadAll(**input).value(), "a,b\n1,2\n");
  EXPECT_EQ(ReadAll(**input).value(), "a,b\n1,2\n");
  EXPECT_THAT(InputFile::OfBytes("t.csv", "").status().message(), HasSubstr("t.csv is empty"));
}

TEST(InputFile, GivesBytesSizeHeadAndDigestOfAFile) {
  const std::string text = Text(300000);
  const TemporaryFile file(text);
  const auto input = InputFile::Open(file.path());
  ASSERT_TRUE(input.ok()) << input.status();
  EXPECT_EQ((*input)->name(), file.path());
  EXPECT_EQ((*input)->compression(), Compression::kNone);
  EXPECT_EQ((*input)->size_bytes(), text.size());
  EXPECT_EQ((*input)->Head(10).value(), text.substr(0, 10));
  const std::string_view head = (*input)->Head(5000).value();
  EXPECT_EQ((*input)->Head(1 << 20).value(), text);
  EXPECT_EQ(head, text.substr(0, 5000)) << "an earlier head stays valid";
  EXPECT_EQ(ReadAll(**input).value(), text);
  EXPECT_EQ(ReadAll(**input, 1000000).value(), text) << "again";
  EXPECT_EQ((*input)->Sha256().value(), Sha256Hex(text));
}

TEST(InputFile, UnpacksGzipWhateverTheName) {
  const std::string text = Text(1000000);
  const TemporaryFile file(Gzip(text), "budget.csv");
  const auto input = InputFile::Open(file.path());
  ASSERT_TRUE(input.ok()) << input.status();
  EXPECT_EQ((*input)->compression(), Compression::kGzip);
  EXPECT_EQ((*input)->Head(100).value(), text.substr(0, 100));
  EXPECT_EQ(ReadAll(**input).value(), text);
  EXPECT_EQ(ReadAll(**input, 777).value(), text);
  EXPECT_EQ((*input)->Sha256().value(), Sha256Hex(Gzip(text))) << "of the bytes on disk";
}

TEST(InputFile, UnpacksGzipOfSeveralMembersAndPadding) {
  EXPECT_EQ(ReadFile(Gzip("a,b\n") + Gzip("1,2\n") + Gzip("")).value(), "a,b\n1,2\n");
  EXPECT_EQ(ReadFile(Gzip("a,b\n") + std::string(600, '\0')).value(), "a,b\n");
  EXPECT_EQ(ReadFile(Gzip(Text(200000)) + Gzip(Text(9)), 1).value(), Text(200000) + Text(9));
}

TEST(InputFile, UnpacksZstdOfSeveralFrames) {
  const std::string text = Text(1000000);
  EXPECT_EQ(ReadFile(Zstd(text)).value(), text);
  EXPECT_EQ(ReadFile(Zstd(text) + Zstd("tail"), 777).value(), text + "tail");
  EXPECT_EQ(ReadFile(Zstd("a,b\n"), 1).value(), "a,b\n");
}

TEST(InputFile, SaysWhereCompressedDataEndsEarly) {
  for (const std::string& packed : {Gzip(Text(500000)), Zstd(Text(500000))}) {
    for (const std::size_t size : {packed.size() - 1, packed.size() / 2, std::size_t{5}}) {
      const auto text = ReadFile(packed.substr(0, size));
      EXPECT_EQ(text.status().code(), absl::StatusCode::kDataLoss) << size;
      EXPECT_THAT(std::string(text.status().message()),
                  HasSubstr("data ends early; the file was probably not copied completely"));
    }
  }
}

TEST(InputFile, SaysWhereCompressedDataIsDamaged) {
  std::string packed = Gzip(Text(500000));
  packed[packed.size() / 2] = static_cast<char>(~packed[packed.size() / 2]);
  EXPECT_THAT(std::string(ReadFile(packed).status().message()),
              HasSubstr("the gzip data is damaged"));
  EXPECT_THAT(std::string(ReadFile(Gzip("a,b\n") + "rubbish").status().message()),
              HasSubstr("the gzip data is damaged"));
  EXPECT_THAT(std::string(ReadFile(Zstd(Text(1000)) + "rubbish").status().message()),
              HasSubstr("the zstd data is damaged"));
}

TEST(InputFile, ExplainsWhatCannotBeOpened) {
  EXPECT_EQ(InputFile::Open("no/such/file.csv").status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(std::string(InputFile::Open("no/such/file.csv").status().message()),
              HasSubstr("no/such/file.csv: could not be opened: No such file"));
  const absl::Status folder = InputFile::Open(::testing::TempDir()).status();
  EXPECT_EQ(folder.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(folder.message()), HasSubstr("is a folder; name the files in it"));
  const TemporaryFile empty("");
  const absl::Status nothing = InputFile::Open(empty.path()).status();
  EXPECT_EQ(nothing.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(nothing.message(), empty.path() + " is empty");
}

TEST(InputFile, ExplainsAFileThatMayNotBeRead) {
  const TemporaryFile file("a,b\n");
  ::chmod(file.path().c_str(), 0);
  // Root may read everything; so somebody else tries.
  const uid_t user = ::geteuid();
  constexpr uid_t kNobody = 65534;
  if (user == 0 && ::seteuid(kNobody) != 0) GTEST_SKIP() << "root cannot act as another user here";
  const absl::Status status = InputFile::Open(file.path()).status();
  if (user == 0) {
    ASSERT_EQ(::seteuid(user), 0);
  }
  EXPECT_EQ(status.code(), absl::StatusCode::kPermissionDenied);
  EXPECT_THAT(std::string(status.message()), HasSubstr("could not be opened: Permission denied"));
}

// Standard input that brings `content` in small writes, while the test runs.
class StandardInput {
 public:
  explicit StandardInput(std::string content) : saved_(::dup(STDIN_FILENO)) {
    int ends[2] = {};
    EXPECT_EQ(::pipe(ends), 0);
    ::dup2(ends[0], STDIN_FILENO);
    ::close(ends[0]);
    writer_ = std::thread([to = ends[1], text = std::move(content)] {
      std::string_view left = text;
      while (!left.empty()) {
        const ssize_t put = ::write(to, left.data(), std::min<std::size_t>(left.size(), 5001));
        if (put <= 0) break;
        left.remove_prefix(static_cast<std::size_t>(put));
      }
      ::close(to);
    });
  }
  ~StandardInput() {
    writer_.join();
    ::dup2(saved_, STDIN_FILENO);
    ::close(saved_);
  }

 private:
  int saved_;
  std::thread writer_;
};

TEST(InputFile, ReadsStandardInputAsOftenAsNeeded) {
  // Larger than what is kept in memory.
  const std::string text = Text(9'000'000);
  const StandardInput pipe(text);
  const auto input = InputFile::Open("-");
  ASSERT_TRUE(input.ok()) << input.status();
  EXPECT_EQ((*input)->name(), "(standard input)");
  EXPECT_EQ((*input)->size_bytes(), std::nullopt);
  EXPECT_EQ((*input)->Head(1 << 20).value(), text.substr(0, 1 << 20));
  EXPECT_TRUE(ReadAll(**input, 1 << 20).value() == text);
  EXPECT_TRUE(ReadAll(**input).value() == text);
  EXPECT_EQ((*input)->Sha256().value(), Sha256Hex(text));
}

TEST(InputFile, ReadsTwoStreamsOfStandardInputInTurns) {
  const std::string text = Text(100000);
  const StandardInput pipe(text);
  const auto input = InputFile::Open("-");
  ASSERT_TRUE(input.ok()) << input.status();
  auto slow = (*input)->OpenStream().value();
  char buffer[100];
  EXPECT_EQ(slow->Read(buffer, sizeof(buffer)).value(), sizeof(buffer));
  EXPECT_EQ(ReadAll(**input).value(), text);
  EXPECT_EQ(slow->Read(buffer, sizeof(buffer)).value(), sizeof(buffer));
  EXPECT_EQ(std::string_view(buffer, sizeof(buffer)), text.substr(100, 100));
}

TEST(InputFile, UnpacksStandardInput) {
  const std::string text = Text(500000);
  const StandardInput pipe(Gzip(text));
  const auto input = InputFile::Open("-");
  ASSERT_TRUE(input.ok()) << input.status();
  EXPECT_EQ((*input)->compression(), Compression::kGzip);
  EXPECT_EQ(ReadAll(**input).value(), text);
}

TEST(InputFile, CallsStandardInputWithoutBytesEmpty) {
  const StandardInput pipe("");
  EXPECT_EQ(InputFile::Open("-").status().message(), "(standard input) is empty");
}

}  // namespace
}  // namespace tranche
