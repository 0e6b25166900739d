@echo off
rem Starts Headroom. Takes HEADROOM_JAVA (a Java home), JAVA_HOME or the java on the PATH, whichever is Java 25 or newer.
rem HEADROOM_OPTS holds further options for the JVM.
setlocal
set "HEADROOM_LIB=%~dp0..\lib"
set "CHOSEN="
if defined HEADROOM_JAVA call :try "%HEADROOM_JAVA%\bin\java.exe"
if not defined CHOSEN if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
if not defined CHOSEN for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :try "%%~$PATH:j"
if not defined CHOSEN for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%USERPROFILE%\.jdks\*") do if not defined CHOSEN call :try "%%~d\bin\java.exe"
if not defined CHOSEN (
  echo headroom: Headroom needs Java 25 or newer, and none was found: install one ^(for example from adoptium.net^), or set HEADROOM_JAVA to its home. 1>&2
  exit /b 2
)
rem The file of further options: of a window, which the words open or draw, or of a server.
set "FURTHER="
if "%~1"=="" set "FURTHER=window"
set "FIRST=%~1"
if "%FIRST:~0,1%"=="-" set "FURTHER=window"
if "%FIRST%"=="snapshot" set "FURTHER=window"
if "%FIRST%"=="serve" set "FURTHER=server"
if "%FIRST%"=="bench" for %%w in (%*) do if "%%~w"=="--console" set "FURTHER=window"
if "%FIRST%"=="bench" for %%w in (%*) do if "%%~w"=="--snapshots" set "FURTHER=server"
if defined FURTHER set FURTHER="@%HEADROOM_LIB%\%FURTHER%.options"
"%CHOSEN%" "@%HEADROOM_LIB%\jvm.options" %FURTHER% "-Djava.util.logging.config.file=%HEADROOM_LIB%\logging.properties" %HEADROOM_OPTS% -cp "%HEADROOM_LIB%\headroom.jar" dev.headroom.app.Main %*
exit /b %ERRORLEVEL%

:try
if not exist "%~1" exit /b 0
for /f "tokens=3" %%v in ('""%~1" -version 2>&1 | findstr /c:" version ""') do set "FOUND=%%~v"
for /f "delims=.-+ tokens=1" %%m in ("%FOUND%") do if %%m GEQ 25 set "CHOSEN=%~1"
exit /b 0
